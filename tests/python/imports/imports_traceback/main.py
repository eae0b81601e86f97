# An exception that crosses files: each frame names its own.
from work.steps import run
from work import checks

try:
    run([1, 2, 0])
except checks.Bad as e:
    print("caught", e, type(e).__module__, type(e).__qualname__)

run([3, "x"])
