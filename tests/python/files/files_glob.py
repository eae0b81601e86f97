# glob and fnmatch.
import fnmatch, glob, os
for name in ("a.py", "b.py", "c.txt", ".hidden.py", "sub/d.py", "sub/deep/e.py", "sub/f[1].txt", "sub2/g.py"):
    os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
    open(name, "w").close()
os.remove("glob_run.py") if os.path.exists("glob_run.py") else None
show = lambda pattern, **o: print(pattern, sorted(n for n in glob.glob(pattern, **o) if "files_glob" not in n))
show("*.py")
show("*")
show("?.py")
show("[ab].py")
show("[!a].py")
show("sub/*.py")
show("*/*.py")
show("**/*.py", recursive=True)
show("sub/**", recursive=True)
show("**/", recursive=True)
show(".*.py")
show("*.py", include_hidden=True)
show("*.py", root_dir="sub")
show("nothing*")
show("a.py")
show("sub/")
show("sub*/")
show(os.path.join("sub", glob.escape("f[1].txt")))
print(glob.escape("a*b?[c]"), list(glob.iglob("a*.py")), glob.has_magic("x*"))
for name, pattern in (("a.py", "*.py"), ("A.PY", "*.py"), ("abc", "a?c"), ("abc", "a[a-c]c"), ("a]c", "a[]]c"), ("a-c", "a[a-]c"), ("x", ""), ("", "*"), ("a.b", "*[!.]*"), ("[x", "[x"), ("aXbXc", "a*b*c"), ("ab", "a*?b")):
    print(name, pattern, fnmatch.fnmatch(name, pattern), fnmatch.fnmatchcase(name, pattern))
print(fnmatch.filter(["a.py", "b.txt", "c.py"], "*.py"), fnmatch.translate("a*.[ch]?"), fnmatch.translate("[!x-z]"))
