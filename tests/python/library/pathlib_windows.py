# Paths of Windows, anywhere.
import ntpath
from pathlib import *

W = PureWindowsPath
for a in ["c:/Program Files/PSF", "c:", "c:foo", "/x", "//host/share/f", "//host/share", "a/b\\c.tar.gz", ".", "", "C:\\", "\\\\?\\C:\\x"]:
    p = W(a)
    print(repr(p), str(p), p.parts, p.drive, p.root, p.anchor, p.name, p.suffixes, p.stem, p.parent, p.is_absolute(), list(p.parents), bytes(p))
    print(ntpath.split(a), ntpath.splitdrive(a), ntpath.splitext(a), ntpath.normpath(a), ntpath.isabs(a), ntpath.basename(a))
print(W("c:/a", "d:/b"), W("c:/a", "/b"), W("c:/a", "d:b"), W("a") / "b" / "c:/d", W("A/B") == W("a/b"), {W("A"): 1}[W("a")])
print(sorted([W("b"), W("A")]), W(PurePosixPath("a/b")), PurePosixPath(W("a\\b")), W("c:/a").joinpath("..", "b"))


def tried(call):
    try:
        print(repr(call()))
    except Exception as e:
        print(type(e).__name__, e)


for call in (
    lambda: W("c:/a/b").relative_to("C:/A"), lambda: W("c:/a").relative_to("d:/"), lambda: W("c:/a/b.py").match("*.PY"), lambda: W("c:/a b").as_uri(),
    lambda: W("a").as_uri(), lambda: W("c:/a/b.txt").with_suffix(".py"), lambda: W("c:/a").with_name("x/y"), lambda: W("c:/").with_name("x"),
    lambda: PurePosixPath("a") == W("a"), lambda: PurePosixPath("a") < W("a"), lambda: W("//some/share/x").as_uri(), lambda: WindowsPath("x"),
    lambda: W("c:/a/b.py").full_match("C:/**/*.py"), lambda: W("c:/a").is_relative_to("C:/"),
):
    tried(call)
print(ntpath.join("c:\\a", "b", "c"), ntpath.join("c:", "x"), ntpath.commonpath(["C:\\a\\b", "c:/a/c"]), ntpath.relpath("C:\\a\\b", "C:\\a\\c"))
print(PurePosixPath("/", "usr", "local"), PurePosixPath("/", "/usr", "../b"), PurePosixPath("a", "", "b"), PurePosixPath("//x"), PurePosixPath("///x"))
