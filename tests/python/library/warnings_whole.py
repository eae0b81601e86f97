import logging, warnings
logging.warning("root %s", "w")
logging.info("not shown")
l = logging.getLogger("lib"); l.error("bad format %d", "x")
logging.root.handlers.clear()
l.warning("last resort"); l.info("nothing")
warnings.warn("careful"); warnings.warn("careful")
def old(): warnings.warn("old() is deprecated", DeprecationWarning, stacklevel=2)
old()
warnings.warn("res", ResourceWarning)
for i in range(2): warnings.warn("loop", UserWarning)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always"); warnings.warn("a"); warnings.warn("b", RuntimeWarning); print([str(x.message) for x in w], w[0].category, w[1].lineno, w[0])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try: warnings.warn("err", FutureWarning)
    except FutureWarning as e: print("raised", e)
warnings.filterwarnings("ignore", message="quiet.*"); warnings.warn("quiet please"); warnings.warn("loud")
class W(UserWarning): pass
warnings.warn(W("custom")); warnings.warn_explicit("exp", UserWarning, "f.py", 3)
for f in (lambda: warnings.warn("x", int), lambda: warnings.simplefilter("nope"), lambda: warnings.warn(5)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
print(warnings.formatwarning("m", UserWarning, "f", 1, "text"), end="")
@warnings.deprecated("use new")
def dep(): return 1
print(dep())
warnings.simplefilter("once"); warnings.warn("o"); warnings.warn("o")
import sys; sys.exit(3)
