# pathlib: what is behind the paths.
from pathlib import Path
root = Path("proj")
(root / "src" / "pkg").mkdir(parents=True)
(root / "docs").mkdir()
for name, text in (("src/a.py", "print(1)\n"), ("src/pkg/b.py", "x = 2\n"), ("docs/readme.md", "# Title\n"), ("setup.cfg", "")):
    print((root / name).write_text(text), end=" ")
print((root / "data.bin").write_bytes(b"\0\1\2"), (root / "data.bin").read_bytes(), repr((root / "src/a.py").read_text()))
print(sorted(p.name for p in root.iterdir()), sorted(map(str, root.glob("*.cfg"))))
print(sorted(str(p) for p in root.glob("**/*.py")), sorted(str(p) for p in root.rglob("*.md")))
print(sorted(str(p) for p in root.rglob("*") if p.is_dir()), sorted(p.name for p in root.glob("src/*/[a-c].py")))
print([(str(t.relative_to(root)), sorted(d), sorted(f)) for t, d, f in sorted(root.walk())])
with (root / "log.txt").open("a") as f:
    f.write("line 1\n")
with open(root / "log.txt", "a") as f:
    f.write("line 2\n")
print((root / "log.txt").read_text().splitlines(), (root / "log.txt").stat().st_size)
f = root / "new.txt"
f.touch()
print(f.exists(), f.is_file(), f.is_dir(), f.stat().st_size, (root / "none").exists())
g = f.rename(root / "renamed.txt")
print(g, f.exists(), g.replace(root / "setup.cfg"), sorted(p.name for p in root.iterdir()))
(root / "link").symlink_to("log.txt")
print((root / "link").is_symlink(), (root / "link").readlink(), (root / "link").resolve().name, (root / "link").samefile(root / "log.txt"))
print(root.resolve() == Path.cwd() / "proj", root.absolute().is_absolute(), Path.home().is_absolute(), Path("~/x").expanduser() == Path.home() / "x")
(root / "link").unlink()
(root / "link").unlink(missing_ok=True)
for call in (lambda: (root / "no").read_text(), lambda: root.mkdir(), lambda: root.rmdir(), lambda: (root / "link").unlink(), lambda: f.touch() or f.touch(exist_ok=False),
             lambda: (root / "x/y").mkdir(), lambda: root.read_text(), lambda: list(Path("none").iterdir()), lambda: root.write_text(5), lambda: Path("zz").resolve(strict=True), lambda: list(root.glob("/x")), lambda: list(root.glob(""))):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, str(e).split(": '/")[0])
root.mkdir(exist_ok=True)
for p in sorted(root.rglob("*"), reverse=True):
    p.rmdir() if p.is_dir() else p.unlink()
root.rmdir()
print(root.exists())
