# What is said and done in corners: of conversions, operators, contexts of errors, and numbers.
import collections
import copy
import functools
import heapq
import itertools
import json
import math
import random


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, repr(e.__context__))


class Whole(int):
    def __index__(self):
        return 2

    def __len__(self):
        return 3


class Table(dict):
    def __index__(self):
        return 2


class Loud(Exception):
    def __call__(self, *a, **k):
        return a, k


class Slim(list):
    __slots__ = ("only",)


def star(v):
    first, *rest = v


show(lambda: copy.copy(Whole(1)) is Whole(1))
show(lambda: Whole() or "falsy")
show(lambda: range(Whole()))
show(lambda: int(Whole()))
show(lambda: bytes(Table()))
show(lambda: Loud()(1, k=2))
show(lambda: vars(Slim()))
show(lambda: star(2**70))
show(lambda: star(1j))
show(lambda: "%c" % 2**64)
show(lambda: "%c" % (2**64,))
show(lambda: "%(a)s" % b"xy")
show(lambda: bytes(3, "utf-8"))
show(lambda: set("ab").remove({0, 1}))
show(lambda: dict(zip([[1], [2]], "ab")))
show(lambda: dict([1]))
show(lambda: functools.reduce(max, []))
show(lambda: list(zip([1, 2], [], strict=True)))
show(lambda: list(itertools.islice([], 1, -1)))
show(lambda: list(itertools.islice([], 1, -2)))
show(lambda: collections.Counter("a") < {"a": 2})
show(lambda: collections.ChainMap({1: 2}, {3: 4}).keys() | {5})
show(lambda: json.loads("?"))
show(lambda: divmod(2.5, 0))
show(lambda: complex("1", 2))
show(lambda: (1.5).hex(1))
show(lambda: format(5, ".3s"))
show(lambda: format("a", "z#"))
show(lambda: "ab" * -(10**30))
show(lambda: list(heapq.merge([(1,)], ["a"])))
show(lambda: math.remainder(math.inf, 2.0))
show(lambda: math.degrees(1.7e308))
show(lambda: [math.sin(2.7), math.cos(1.25), math.tan(0.3), math.atan2(-3, -2), math.cosh(3.3), abs(complex(1.1, 2.3))])
show(lambda: random.Random(-3.5).random())
show(lambda: (str.format.__qualname__, [].append.__qualname__))
frozen = frozenset("a")
try:
    frozen *= "z"
except TypeError as e:
    print(e)
s = {0, 8, 16}
s.discard(0)
print(s)
s.add(24)
print(s)
s.discard(8)
s.add(1)
print(s)
