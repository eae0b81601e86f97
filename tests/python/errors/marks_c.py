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


def unpack():
    a, b = 1, 2, 3


def star():
    print(*3)


def kw():
    print(**{1: 2})


def fstr():
    return f"{1 + 1} and {data['zz']!r}"


def comp():
    return [x / 0 for x in range(3)]


def lam():
    return (lambda v: v + "")(1)


def wide():
    s = "日本"; return s + 1 + "é"


def cond():
    return 1 / 0 if True else 2


def assert_():
    assert 1 == 2, "not the same"


for f in list(globals().values()):
    if callable(f) and f not in (show, Box) and getattr(f, "__module__", None) == "__main__":
        print("-----", f.__name__)
        show(f)
