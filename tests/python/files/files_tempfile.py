# tempfile: names may differ, what happens to them may not.
import os, tempfile
with tempfile.TemporaryDirectory(prefix="pre_", suffix="_suf") as folder:
    name = os.path.basename(folder)
    print(name.startswith("pre_"), name.endswith("_suf"), os.path.isdir(folder), os.path.dirname(folder) == tempfile.gettempdir())
    with open(os.path.join(folder, "x"), "w") as f:
        f.write("inside")
    print(os.listdir(folder))
print(os.path.exists(folder))
with tempfile.NamedTemporaryFile("w+", suffix=".txt") as f:
    f.write("hello\nworld\n")
    f.seek(0)
    print(f.readline(), f.name.endswith(".txt"), os.path.exists(f.name), [l for l in f])
print(os.path.exists(f.name), f.closed)
with tempfile.NamedTemporaryFile(delete=False) as f:
    f.write(b"kept")
print(open(f.name, "rb").read())
os.unlink(f.name)
with tempfile.TemporaryFile() as f:
    print(f.write(b"bytes"), f.seek(0), f.read())
fd, path = tempfile.mkstemp(text=True)
os.write(fd, b"raw")
os.close(fd)
print(open(path).read(), oct(os.stat(path).st_mode & 0o777))
os.remove(path)
folder = tempfile.mkdtemp()
print(os.path.isdir(folder), os.listdir(folder), tempfile.gettempprefix())
os.rmdir(folder)
s = tempfile.SpooledTemporaryFile(max_size=10, mode="w+")
s.write("abc"); s.seek(0); print(s.read()); s.write("d" * 20); s.seek(0); print(len(s.read()))
print(len({tempfile.mktemp() for _ in range(20)}))
t = tempfile.TemporaryDirectory()
print(os.path.isdir(t.name), repr(t) == f"<TemporaryDirectory {t.name!r}>")
t.cleanup()
print(os.path.isdir(t.name))
