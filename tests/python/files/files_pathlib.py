# pathlib: pure paths, their parts and their arithmetic.
from pathlib import Path, PurePath, PurePosixPath
import os
p = Path("/usr/local/lib/python3.13/site.tar.gz")
print(p.parts, p.root, p.anchor, repr(p.drive), p.parent, p.name, p.suffix, p.suffixes, p.stem)
print(list(p.parents)[-2:], len(p.parents), p.parents[0], [str(x) for x in p.parents[1:3]])
print(Path("a") / "b" / Path("c"), "x" / Path("y"), Path("a", "/b", "c"), Path("a//b/./c/"), Path(), Path("."), Path(""), repr(Path("a")))
print(p.with_name("x.py"), p.with_suffix(".zip"), p.with_suffix(""), Path("a").with_suffix(".b"), p.with_stem("new"), p.joinpath("..", "z"))
print(p.relative_to("/usr"), Path("/a/b").relative_to("/a/c", walk_up=True), p.is_relative_to("/usr"), p.is_absolute())
print(Path("a.py").match("*.py"), Path("/x/a.py").match("x/*.py"), Path("a/b/c.py").match("b/*.py"), Path("a/b/c.py").full_match("a/**/*.py"))
print(Path("a") == PurePosixPath("a"), Path("a") == "a", Path("a") < Path("b"), sorted([Path("b/a"), Path("b"), Path("a/z")]), hash(Path("a")) == hash(Path("a")))
print(PurePath("x").__class__.__name__, Path("x").__class__.__name__, isinstance(Path(), os.PathLike), str(Path("x/../y")), Path("~user").name)
print(Path("/tmp").as_uri(), Path("a b").as_posix(), bytes(Path("é")), Path(".bashrc").suffix, Path("x.").stem, Path("a.b.c").stem, f"{Path('q'):>5}" if False else "")
for call in (lambda: Path("/").with_name("x"), lambda: Path("a").with_name(""), lambda: Path("a").with_suffix("b"), lambda: Path("/a").relative_to("/b"),
             lambda: Path("a") + "b", lambda: Path(5), lambda: Path("a") / 5, lambda: Path("a").as_uri(), lambda: p.parents[9], lambda: Path("a").parent.parent.parent):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
import pickle, copy
print(pickle.loads(pickle.dumps(Path("a/b"))), copy.copy(Path("x")), {Path("a"): 1}[Path("a")], os.path.join(Path("a"), "b"), os.fspath(Path("z")))
