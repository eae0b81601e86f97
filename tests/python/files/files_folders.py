# os: folders, names, kinds, times; and the error of each call that cannot be.
import os
import stat
os.mkdir("d")
os.makedirs("d/e/f")
os.makedirs("d/e/f", exist_ok=True)
for name in ("d/a.txt", "d/b.txt", "d/e/c.txt"):
    with open(name, "w") as f:
        f.write(name)
print(sorted(os.listdir("d")), sorted(os.listdir()) [:2])
for top, dirs, files in os.walk("d"):
    dirs.sort()
    print(top, dirs, sorted(files))
print([t for t, _, _ in os.walk("d", topdown=False)][-1], list(os.walk("none")))
with os.scandir("d") as entries:
    for e in sorted(entries, key=lambda e: e.name):
        print(e.name, e.path, e.is_dir(), e.is_file(), e.is_symlink(), e.stat().st_size > 0)
os.rename("d/a.txt", "d/z.txt")
os.replace("d/z.txt", "d/b.txt")
print(sorted(os.listdir("d/e")), open("d/b.txt").read())
os.symlink("b.txt", "d/link")
os.link("d/b.txt", "d/hard")
print(os.readlink("d/link"), open("d/link").read(), os.path.islink("d/link"), os.stat("d/hard").st_nlink, os.path.samefile("d/hard", "d/link"))
s = os.stat("d/b.txt")
print(stat.S_ISREG(s.st_mode), stat.filemode(os.stat("d").st_mode)[0], s.st_size, s[6], s.st_mtime == os.path.getmtime("d/b.txt"))
os.utime("d/b.txt", (1000, 2000.5))
print(os.stat("d/b.txt").st_mtime, os.stat("d/b.txt").st_atime_ns)
os.chmod("d/b.txt", 0o640)
print(oct(stat.S_IMODE(os.stat("d/b.txt").st_mode)))
here = os.getcwd()
os.chdir("d")
print(os.path.relpath(os.getcwd(), here), os.path.exists("b.txt"))
os.chdir(here)
for call in (lambda: os.mkdir("d"), lambda: os.rmdir("d"), lambda: os.remove("d"), lambda: os.remove("no"), lambda: os.rmdir("d/b.txt"),
             lambda: os.rename("no", "x"), lambda: os.listdir("no"), lambda: os.listdir("d/b.txt"), lambda: os.chdir("no"), lambda: os.stat("no"),
             lambda: os.mkdir("no/x"), lambda: os.makedirs("d"), lambda: os.readlink("d"), lambda: os.path.getsize("no"), lambda: os.rename("d/e", "d/e/f/g"), lambda: os.scandir("no"), lambda: os.truncate("no", 1), lambda: os.open("no", os.O_RDONLY), lambda: os.close(99), lambda: os.read(99, 1), lambda: os.listdir(None) and None, lambda: os.stat(2.5)):
    try:
        print(call())
    except (OSError, TypeError) as e:
        print(type(e).__name__, e)
os.removedirs("d/e/f")if not os.listdir("d/e/f") and False else os.rmdir("d/e/f")
print(sorted(os.listdir("d/e")))
