"""TAR archives in memory and in files."""
import io
import os
import tarfile

data = io.BytesIO()
with tarfile.open(fileobj=data, mode="w") as t:
    for name, text in (("a.txt", b"alpha"), ("dir/" + "long" * 30 + ".txt", b"x" * 600)):
        info = tarfile.TarInfo(name)
        info.size, info.mtime = len(text), 1700000000
        t.addfile(info, io.BytesIO(text))
    folder = tarfile.TarInfo("empty")
    folder.type, folder.mode = tarfile.DIRTYPE, 0o755
    t.addfile(folder)
print(len(data.getvalue()) % 10240)
data.seek(0)
with tarfile.open(fileobj=data) as t:
    print([n[:12] for n in t.getnames()], t.getmember("a.txt").size, t.getmember("empty").isdir(), t.getmember("a.txt").isfile())
    print(t.extractfile("a.txt").read(), t.extractfile("empty"), [m.mtime for m in t if m.isfile()])
    try:
        t.getmember("none")
    except KeyError as e:
        print(e)
os.makedirs("src/sub")
for name in ("src/one.txt", "src/sub/two.txt"):
    with open(name, "w") as f:
        f.write(name)
with tarfile.open("out.tar.gz", "w:gz") as t:
    t.add("src", arcname="pack")
with tarfile.open("out.tar.gz", "r:gz") as t:
    print(sorted(t.getnames()))
    t.extractall("got", filter="data")
print(open("got/pack/sub/two.txt").read(), tarfile.is_tarfile("out.tar.gz"), tarfile.is_tarfile("src/one.txt"))
with tarfile.open("plain.tar", "w") as t:
    t.add("src/one.txt", filter=lambda m: m.replace(name="renamed.txt", deep=False))
    t.add("src/sub", filter=lambda m: None)
with tarfile.open("plain.tar", "a") as t:
    t.add("src/sub/two.txt", "second")
with tarfile.open("plain.tar") as t:
    print(t.next().name, t.getnames())
for wrong in (lambda: tarfile.open("none.tar"), lambda: tarfile.open("plain.tar", "q"), lambda: tarfile.open("plain.tar", "r:zz")):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
bad = io.BytesIO()
with tarfile.open(fileobj=bad, mode="w") as t:
    t.addfile(tarfile.TarInfo("../evil"))
bad.seek(0)
with tarfile.open(fileobj=bad) as t:
    try:
        t.extractall("safe", filter="data")
    except tarfile.OutsideDestinationError as e:
        print(str(e).split(" would")[0])
