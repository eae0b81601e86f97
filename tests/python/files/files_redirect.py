# Standard streams put elsewhere.
import contextlib, io, sys
out = io.StringIO()
with contextlib.redirect_stdout(out):
    print("captured", 1)
    print("more", end="")
print(repr(out.getvalue()))
with open("out.txt", "w") as f, contextlib.redirect_stdout(f):
    print("into a file")
    sys.stdout.write("and more\n")
print(open("out.txt").read(), end="")
saved, sys.stdout = sys.stdout, open("direct.txt", "w")
print("direct")
sys.stdout.close()
sys.stdout = saved
print(open("direct.txt").read(), sys.stdout is sys.__stdout__)
with contextlib.redirect_stderr(io.StringIO()) as err:
    print("oops", file=sys.stderr)
print(repr(err.getvalue()))
class Tee:
    def __init__(self, *to): self.to = to
    def write(self, s):
        for t in self.to: t.write(s)
    def flush(self): pass
log = io.StringIO()
sys.stdout = Tee(saved, log)
print("both")
sys.stdout = saved
print(repr(log.getvalue()), sys.stdout.writable(), sys.stdout.encoding, sys.stdout.name, sys.stdin.name, sys.stderr.fileno())
sys.stdin = io.StringIO("typed\nsecond\n")
print(input("? "), sys.stdin.readline(), end="")
try:
    input()
except EOFError as e:
    print(e)
sys.stdout.buffer.write(b"bytes\n")
sys.stdout.flush()
print(isinstance(sys.stdout, io.TextIOWrapper), isinstance(sys.stdout, io.StringIO))
