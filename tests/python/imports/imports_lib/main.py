# importlib, sys.modules, sys.path, namespace packages, modules written while the program runs.
import importlib
import importlib.util
import os
import sys
import types

m = importlib.import_module("plugins.one")
print(m.NAME, importlib.import_module(".two", package="plugins").NAME)
try:
    importlib.import_module(".two")
except TypeError as e:
    print(e)
try:
    importlib.import_module("plugins.three")
except ModuleNotFoundError as e:
    print(e, e.name)
print(importlib.util.find_spec("plugins.one").name, importlib.util.find_spec("not_there_at_all"))
import space.item
print(space.item.x, space.__name__, getattr(space, "__file__", None))

os.makedirs("extra/deep")
with open("extra/made.py", "w") as f:
    f.write("value = 1\nprint('made runs')\n")
sys.path.append("extra")
import made
print(made.value, os.path.basename(made.__file__))
with open("extra/made.py", "w") as f:
    f.write("value = 22222\nprint('made runs again')\n")
importlib.invalidate_caches()
print(importlib.reload(made) is made, made.value)
del sys.modules["made"]
import made as other
print(other is made, other.value)

fake = types.ModuleType("fake", "A fake.")
fake.answer = 42
sys.modules["fake"] = fake
import fake as f2
from fake import answer
print(f2 is fake, answer, f2.__doc__, fake)
sys.modules["blocked"] = None
try:
    import blocked
except ImportError as e:
    print(type(e).__name__, e)
print(os.path.basename(__file__), __spec__, "__file__" in globals(), sys.path[0] == os.path.dirname(os.path.abspath(__file__)))
for name in sorted(os.listdir("plugins")):
    if name.endswith(".py") and name != "__init__.py":
        print(name, importlib.import_module("plugins." + name[:-3]).NAME)
spec = importlib.util.spec_from_file_location("loaded", "extra/made.py")
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print(module.value, module.__name__)
