# A file that has the name of a module of the standard library hides it.
import statistics
print(statistics.mine)
try:
    statistics.mean
except AttributeError as e:
    print(str(e).split(" (")[0], "standard library module named 'statistics'" in str(e))
try:
    from statistics import median
except ImportError as e:
    print(str(e).split(" (")[0], "consider renaming" in str(e))
import sys, time
print(hasattr(time, "sleep"), hasattr(sys, "argv"))
