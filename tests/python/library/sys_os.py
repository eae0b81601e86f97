import os
import sys

print("to stdout", file=sys.stdout)
sys.stdout.write("written\n")
print(sys.getswitchinterval(), sys.version_info[:2], sys.version_info >= (3, 8), sys.maxsize, sys.byteorder)
sys.setswitchinterval(0.01)
print(sys.getswitchinterval(), sys.getrecursionlimit(), type(sys.argv), len(sys.argv), sys.platform)
print(os.getpid() == os.getpid(), os.cpu_count() > 0, os.path.join("a", "b"), os.path.basename("x/y.txt"), os.path.splitext("f.py"), os.environ.get("NOT_SET_ANYWHERE", "unset"))
print(hasattr(sys, "_is_gil_enabled"), sys._is_gil_enabled())
try:
    sys.exit("leaving")
except SystemExit as error:
    print(error.code, repr(error))
try:
    exit(3)
except SystemExit as error:
    print(error.code)
def recurse(n):
    return recurse(n + 1)
try:
    recurse(0)
except RecursionError as error:
    print(error)
try:
    sys.setrecursionlimit(0)
except ValueError as error:
    print(error)
