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


def assert_no():
    assert (1 ==
            2)


def del_():
    del data["nope"]


def imp2():
    import nothing.here


def with_():
    with 3 as x:
        pass


def for_():
    for i in 3:
        pass


def pw():
    return 2 ** "a"


def mat():
    return data @ box


def shift():
    return 1 << "a"


for f in list(globals().values()):
    if callable(f) and f not in (show, Box) and getattr(f, "__module__", None) == "__main__":
        print("-----", f.__name__)
        show(f)
