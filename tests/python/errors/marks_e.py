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


def idx():
    return [1, 2, 3][10]


def tern():
    return [1, 2, 3]["a":"b"]


def meth():
    return "abc".join([1, 2]).upper().lower()


def par():
    return (1 + (2)) + (("x"))


def raise_from():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise KeyError("k") from e


def deco():
    @undefined
    def f(): pass


def kls():
    class A(undefined2):
        pass


def default():
    def f(x=undefined3): pass


for f in list(globals().values()):
    if callable(f) and f not in (show, Box) and getattr(f, "__module__", None) == "__main__":
        print("-----", f.__name__)
        show(f)
