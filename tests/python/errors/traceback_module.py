import sys
import traceback


def fail():
    raise ValueError("broken")


try:
    fail()
except ValueError:
    print(traceback.format_exc().splitlines()[-1])
    kind, error, trace = sys.exc_info()
    print(kind.__name__, error, trace is error.__traceback__)
print(sys.exc_info())
