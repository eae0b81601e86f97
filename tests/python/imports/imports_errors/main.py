# What failing imports say.
import sys
import traceback

with open("broken.py", "w") as f:
    f.write("x = 1\nx = = 2\n")

def attempt(text):
    try:
        exec(text, {})
        print("fine")
    except BaseException as e:
        said = str(e).split(" (/")[0].split(" (consider")[0]
        print(type(e).__name__, said, getattr(e, "name", "-"))

attempt("import nothing_here")
attempt("import helper.sub")
attempt("from helper import nope")
attempt("import pkg.nope")
attempt("from pkg import nope")
attempt("from pkg.sub import nope")
attempt("__name__ = \"__main__\"\nfrom . import x")
attempt("from helper import *; print(a, b)")
attempt("from listed import *; print(sorted(n for n in dir() if n[0] != '_'))")
attempt("from badlist import *")
attempt("import broken")
print("broken" in sys.modules)
attempt("import failing")
print("failing" in sys.modules)
attempt("import pkg.climber")
attempt("__import__('')")
attempt("import helper; helper.missing")
try:
    import failing
except ZeroDivisionError as e:
    frames = traceback.extract_tb(e.__traceback__)
    print([(f.filename.rsplit("/", 1)[-1], f.lineno, f.name) for f in frames if "importlib" not in f.filename])
import broken
