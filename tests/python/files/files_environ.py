# os.environ and its kin.
import os
os.environ["MINE"] = "value"
print(os.environ["MINE"], os.getenv("MINE"), os.getenv("NOT_THERE"), os.getenv("NOT_THERE", "default"), os.environ.get("NOT_THERE", 5))
print("MINE" in os.environ, "NOT_THERE" in os.environ, os.environ.pop("MINE"), "MINE" in os.environ)
for call in (lambda: os.environ["NOT_THERE"], lambda: os.environ.__setitem__("A", 1), lambda: os.environ.pop("NOT_THERE")):
    try:
        call()
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
os.environ.setdefault("B", "b"); os.environ.update({"C": "c"})
print(os.environ["B"] + os.environ["C"], isinstance(dict(os.environ), dict), type(os.environ.copy()).__name__)
del os.environ["B"]
print(os.getenv("B"), os.sep, os.linesep == "\n", os.pathsep, os.curdir, os.pardir, os.extsep, os.devnull, os.name)
with open(os.devnull, "w") as f:
    print(f.write("nothing"))
print(repr(open(os.devnull).read()), os.path.sep, os.altsep)
try:
    os.get_terminal_size()
except OSError as e:
    print(e.errno, e.strerror)
print(os.cpu_count() >= 1, os.getpid() != os.getppid(), os.fspath("x"), os.strerror(2))
