# io.StringIO and io.BytesIO: the same methods in memory.
import io
s = io.StringIO()
print(s.write("hello "), s.write("world\nsecond\n"), s.tell(), repr(s.getvalue()), repr(s.read()))
print(s.seek(0), repr(s.readline()), s.readlines(), repr(s.readline()))
s.seek(6); s.write("W"); print(repr(s.getvalue()), s.tell(), s.truncate(8), repr(s.getvalue()))
s.seek(12); s.write("x"); print(repr(s.getvalue()))
print(io.StringIO("a\nb\nc").readlines(), [l for l in io.StringIO("x\ny")], io.StringIO("abc").read(2))
with io.StringIO("start") as s:
    s.write("S")
    print(s.getvalue(), s.readable(), s.writable(), s.seekable(), s.isatty(), s.closed)
print(s.closed)
b = io.BytesIO(b"abc")
print(b.read(1), b.tell(), b.getvalue(), b.write(b"ZZZ"), b.getvalue(), b.seek(-2, 2), b.read())
b.seek(8); b.write(b"!"); print(b.getvalue(), b.readlines(), b.truncate(2), b.getvalue())
print(io.BytesIO(b"x\ny\n").readlines(), io.BytesIO(b"abc").getvalue()[1:])
for call in (lambda: s.read(), lambda: s.write(""), lambda: io.StringIO(5), lambda: io.StringIO().write(b""), lambda: io.BytesIO("x"),
             lambda: io.BytesIO().write("x"), lambda: io.StringIO("abc").seek(1, 1), lambda: io.StringIO().seek(-1),
             lambda: io.BytesIO().seek(-1), lambda: io.StringIO().fileno(), lambda: io.BytesIO().truncate(-1)):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
print(isinstance(s, io.TextIOBase), isinstance(b, io.BufferedIOBase), isinstance(b, io.IOBase), isinstance(s, io.RawIOBase))
t = io.TextIOWrapper(io.BytesIO(b"one\r\ntwo\n"), encoding="ascii")
print(t.readlines(), t.encoding, t.newlines)
out = io.BytesIO()
t = io.TextIOWrapper(out, encoding="utf-8", newline="\r\n")
print("line", file=t); t.flush(); print(out.getvalue())
r = io.BufferedReader(io.BytesIO(b"0123456789"), 4)
print(r.read(3), r.peek()[:1], r.read1(10), r.read())
class Upper(io.RawIOBase):
    def __init__(self): self.left = [b"abc", b"def\ng"]
    def readable(self): return True
    def readinto(self, b):
        data = self.left.pop(0).upper() if self.left else b""
        b[:len(data)] = data
        return len(data)
print(Upper().readall(), io.TextIOWrapper(io.BufferedReader(Upper())).readlines())
