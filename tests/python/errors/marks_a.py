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


def binary():
    return 1 + 2 * "x" - data["a"]


def sub():
    return data["a"]["b"]["c"]["d"]


def call():
    return len(1, 2) + 3


def attr():
    return box.value.missing.thing


def multi():
    return (data["a"]
            ["b"]
            ["c"])


def multi_call():
    total = sum(
        [1, 2, 3],
        "start",
        "more",
    )
    return total


def whole():
    raise ValueError("all")


for f in list(globals().values()):
    if callable(f) and f not in (show, Box) and getattr(f, "__module__", None) == "__main__":
        print("-----", f.__name__)
        show(f)
