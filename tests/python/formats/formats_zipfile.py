"""ZIP archives in memory and in files."""
import io
import os
import zipfile

data = io.BytesIO()
with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("hello.txt", "hello " * 200)
    z.writestr("dir/inner.bin", bytes(range(10)), compress_type=zipfile.ZIP_STORED)
    with z.open("late.txt", "w") as f:
        f.write(b"written late")
    info = zipfile.ZipInfo("own.txt", (2024, 5, 6, 7, 8, 10))
    info.comment = b"note"
    z.writestr(info, "own")
    z.comment = b"all of it"
    print(z.namelist())
with zipfile.ZipFile(data) as z:
    print(z.namelist(), z.testzip(), z.comment)
    for i in z.infolist():
        print(i.filename, i.file_size, i.compress_type, i.compress_size < 100, hex(i.CRC), i.is_dir(), i.comment)
    print(z.read("hello.txt")[:12], z.getinfo("own.txt").date_time, z.open("late.txt").read(7), repr(z.getinfo("own.txt")))
    with z.open("hello.txt") as f:
        print(f.read(5), f.readline()[:5], f.readable(), f.name)
    for wrong in (lambda: z.read("none"), lambda: z.getinfo("none"), lambda: z.writestr("a", "b"), lambda: zipfile.ZipFile(data, "q")):
        try:
            wrong()
        except Exception as e:
            print(type(e).__name__, e)
try:
    z.read("own.txt")
except ValueError as e:
    print(e)
os.makedirs("tree/sub")
for name in ("tree/a.txt", "tree/sub/b.txt"):
    with open(name, "w") as f:
        f.write(name * 3)
with zipfile.ZipFile("t.zip", "w") as z:
    for folder, _, files in os.walk("tree"):
        for name in sorted(files):
            z.write(os.path.join(folder, name), os.path.relpath(os.path.join(folder, name), "tree"))
with zipfile.ZipFile("t.zip", "a") as z:
    z.writestr("more.txt", b"more")
    z.mkdir("made")
with zipfile.ZipFile("t.zip") as z:
    print(sorted(z.namelist()), os.path.relpath(z.extract("a.txt", "out")))
    z.extractall("all")
print(open("all/sub/b.txt").read(), sorted(os.listdir("all")), zipfile.is_zipfile("t.zip"), zipfile.is_zipfile("tree/a.txt"))
p = zipfile.Path("t.zip")
print(sorted(x.name for x in p.iterdir()), (p / "sub" / "b.txt").read_text(), (p / "sub").is_dir(), (p / "zz").exists())
for wrong in ("tree/a.txt", "none.zip"):
    try:
        zipfile.ZipFile(wrong)
    except (zipfile.BadZipFile, OSError) as e:
        print(type(e).__name__, e)
