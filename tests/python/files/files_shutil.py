# shutil and filecmp: copying, moving and removing trees.
import filecmp, os, shutil
os.makedirs("src/in")
for name in ("src/a.txt", "src/b.log", "src/in/c.txt"):
    with open(name, "w") as f:
        f.write(name * 3)
os.chmod("src/a.txt", 0o600)
os.utime("src/a.txt", (5, 7))
tree = lambda top: sorted(os.path.join(t, n) for t, d, f in os.walk(top) for n in d + f)
print(shutil.copy("src/a.txt", "copy.txt"), oct(os.stat("copy.txt").st_mode & 0o777), os.stat("copy.txt").st_mtime == 7)
print(shutil.copy2("src/a.txt", "src/in"), os.stat("src/in/a.txt").st_mtime, shutil.copyfile("src/b.log", "b2.log"))
print(shutil.copytree("src", "dst", ignore=shutil.ignore_patterns("*.log")), tree("dst"))
print(shutil.copytree("src", "dst", dirs_exist_ok=True), tree("dst"))
print(shutil.move("dst/in", "moved"), tree("dst"), tree("moved"), shutil.move("moved", "dst"), tree("dst"))
print(filecmp.cmp("src/a.txt", "copy.txt"), filecmp.cmp("src/a.txt", "src/b.log", shallow=False), filecmp.cmpfiles("src", "dst", ["a.txt", "no"]))
d = filecmp.dircmp("src", "dst")
print(d.left_only, d.right_only, d.common_files, d.common_dirs, d.same_files)
for call in (lambda: shutil.copy("no", "x"), lambda: shutil.copyfile("copy.txt", "copy.txt"), lambda: shutil.copytree("src", "dst"), lambda: shutil.rmtree("no"),
             lambda: shutil.rmtree("copy.txt"), lambda: shutil.move("src", "src/in"), lambda: shutil.copyfile("src", "y"), lambda: shutil.move("copy.txt", "src") and shutil.move("src/copy.txt", "copy.txt")):
    try:
        print(call())
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)
shutil.rmtree("no", ignore_errors=True)
shutil.rmtree("gone", onexc=lambda f, p, e: print("onexc", p, type(e).__name__))
shutil.rmtree("dst")
print(os.path.exists("dst"), shutil.get_terminal_size((100, 50)), shutil.which("surely-no-such-command"), shutil.disk_usage(".").total > 0)
