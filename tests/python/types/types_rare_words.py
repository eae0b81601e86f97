# Rarely used corners of formats, deletions and library functions, with what is said when they fail.
import collections
import datetime
import math
import string


class Slots:
    __slots__ = ("only",)


class Own(Slots):
    __slots__ = ()

    def __setattr__(self, name, value):
        super().__setattr__(name, value)


class Items:
    def __getitem__(self, key):
        return key


class Points:
    def __iter__(self):
        return iter((3, 4))


def told(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


for x in Slots(), Own():
    told(lambda: delattr(x, "x"))
    told(lambda: setattr(x, "x", 1))
    told(lambda: delattr(x, "only"))
for text, args in ("%s%D", "a"), ("%s%D", ("a", "b")), ("%D", ()), ("%(a)D", {"a": 1}), ("%é", 5), ("%", ()), ("12", Items()), ("12", memoryview(b"ab")), ("12", 5), ("%(a)s", Items()), ("12", [1]):
    told(lambda: text % args)
for x in 1e100, 1e16, 1.0, 1e-7, 1.5e300, float("inf"), float("nan"), -1e22:
    print(format(x, "#"), format(x, "x^#_"), format(x, "#.3"), format(x, "#g"))
told(lambda: collections.ChainMap({1: "x"}, {}).update([1, 2]))
c = collections.ChainMap({}, {"a": 1})
c.update([("b", 2)], d=3)
c.update({"a": 5})
c.update(collections.ChainMap({"z": 0}))
print(c, c.maps)
told(lambda: string.capwords(b"a b"))
told(lambda: string.capwords("  hello wORLD  "))
told(lambda: math.dist(datetime.datetime(2024, 2, 29), (1, 2)))
told(lambda: math.dist((0, 0), Points()))
told(lambda: math.dist(5, (1, 2)))
told(lambda: math.dist([0], (1, 2)))
