# What types say whose items cannot be set or deleted, and what heapq asks of its arguments.
import heapq


class Whole(int):
    pass


class Plain:
    pass


class Setter:
    def __setitem__(self, key, value):
        pass


class Deleter:
    def __delitem__(self, key):
        pass


class Both(list):
    def __setitem__(self, key, value):
        super().__setitem__(key, -value)


def told(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(repr(e))


def delete(x):
    del x[0]


def store(x):
    x[0] = 1


things = [1, 1.5, "a", (1,), b"x", None, {1}, frozenset(), range(3), Whole(), Plain(), Setter(), Deleter(), Both([5]), len, iter([]), memoryview(b"x"), memoryview(bytearray(b"x")), {}.keys(), {}.values(), ..., slice(1), 1j, Plain]
for x in things:
    print(type(x).__name__)
    told(delete, x)
    told(store, x)
for f in heapq.nsmallest, heapq.nlargest:
    for n in 0, -1, 1, 2:
        for x in 1, [3, 1], "ab", {1: 2}:
            told(f, n, x)
