# os.path: text, and what is behind it.
import os.path as p
print(p.join("a", "b", "/c", "d", ""), p.join("a/", "b"), p.join("", "x"), p.split("/a/b/"), p.split("a"), p.split("//"))
for x in ("a/b.tar.gz", ".bashrc", "a/.b", "x.", "a.b/c", "..", "a/...b", ""):
    print(repr(x), p.splitext(x), p.basename(x), p.dirname(x))
for x in ("a//b/./c/../d", "../..", "/..", "//x", "///x", "", "./", "a/..", "/a/../../b"):
    print(repr(x), p.normpath(x), p.isabs(x))
print(p.commonprefix(["/usr/lib", "/usr/local"]), p.commonpath(["/usr/lib/x", "/usr/lib64"]), p.commonpath(["a/b", "a/b/c"]))
print(p.relpath("/a/b/c", "/a/d"), p.relpath("x", "x"), p.relpath("/", "/a"), p.splitdrive("/x"), p.splitroot("//a/b"))
import os
os.environ["NAME"] = "value"
print(p.expandvars("$NAME/${NAME}x/$NONE/$"), p.expanduser("a~"), p.expanduser("~").startswith("/"))
open("f.txt", "w").close()
os.mkdir("d")
os.symlink("f.txt", "l")
os.symlink("gone", "broken")
for x in ("f.txt", "d", "l", "broken", "none", "d/", "f.txt/", "."):
    print(x, p.exists(x), p.lexists(x), p.isfile(x), p.isdir(x), p.islink(x))
print(p.basename(p.realpath("l")), p.realpath("d/../d") == p.abspath("d"), p.samefile("l", "f.txt"), p.getsize("f.txt"))
print(p.join(b"a", b"b"), p.basename(b"x/y"), p.splitext(b"a.b"))
for call in (lambda: p.join("a", b"b"), lambda: p.commonpath(["/a", "b"]), lambda: p.commonpath([]), lambda: p.basename(5), lambda: p.relpath("")):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, str(e)[:70])
class Mine:
    def __fspath__(self):
        return "d/mine.py"
print(p.basename(Mine()), os.fspath(Mine()), p.join(Mine(), "x"), isinstance(Mine(), os.PathLike), os.fsencode("é"), os.fsdecode(b"x"))
