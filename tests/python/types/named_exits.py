# SystemExit: what ends a program, and how.
import atexit
import sys

atexit.register(print, "at exit")


def leave(value):
    try:
        sys.exit(value)
    except SystemExit as e:
        return repr(e), e.code, e.args


print(leave(None), leave(0), leave("message"), leave([1]))
try:
    try:
        exit()
    finally:
        print("finally")
except SystemExit as e:
    print(repr(e), str(e))
try:
    raise SystemExit
except BaseException as e:
    print(repr(e), e.code, isinstance(e, Exception))
quit(7)
