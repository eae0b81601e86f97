"""Whole folders as archives."""
import os
import shutil

os.makedirs("data/inner")
for name in ("data/a.txt", "data/inner/b.txt"):
    with open(name, "w") as f:
        f.write(name)
for kind in ("zip", "tar", "gztar"):
    made = shutil.make_archive("backup", kind, "data")
    shutil.unpack_archive(made, "from-" + kind, **({} if kind == "zip" else {"filter": "data"}))
    print(os.path.basename(made), sorted(os.listdir("from-" + kind)), open(f"from-{kind}/inner/b.txt").read())
print(os.path.basename(shutil.make_archive("part", "zip", ".", "data")), os.getcwd() == os.path.abspath("."))
shutil.unpack_archive("part.zip", "whole")
print(sorted(os.listdir("whole/data")))
for wrong in (lambda: shutil.make_archive("x", "rar"), lambda: shutil.unpack_archive("x.rar"), lambda: shutil.make_archive("y", "zip", "none")):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
