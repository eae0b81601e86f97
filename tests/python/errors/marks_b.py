"""Markers under the failing part of a line."""

import traceback


class Box:
    value = None


def show(f):
    try:
        f()
    except Exception:
        traceback.print_exc(file=__import__("sys").stdout)


data = {"a": {"b": None}}
box = Box()


def nested():
    x = int("3") + int("q") + int("4")
    return x


def inplace():
    a = 1
    a += "x"


def sub_assign():
    t = (1, 2)
    t[0] = 3


def attr_assign():
    box.value.x = 3


def unary():
    return -"a"


def compare():
    return 1 < "a" < 3


def contains():
    return 3 in 5


def long_op():
    return (1 +
            2 + 3 +
            "x" +
            4)


for f in list(globals().values()):
    if callable(f) and f not in (show, Box) and getattr(f, "__module__", None) == "__main__":
        print("-----", f.__name__)
        show(f)
