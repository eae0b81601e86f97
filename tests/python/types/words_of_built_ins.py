# What built-in functions and methods say of arguments that they cannot take, in CPython's words.
import builtins
from collections import ChainMap, Counter


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e, sep=": ")


def multiplied(a, b):
    a *= b
    return a


class Mine(int):
    pass


class Gets:
    def __getitem__(self, key):
        return 1


for f in (frozenset().copy, frozenset().union, frozenset().isdisjoint, frozenset().issubset, {1}.copy, {1}.isdisjoint, frozenset().symmetric_difference):
    show(lambda: f(1, 2))
    show(lambda: f(a=1))
for cls in (int, str, list, Mine, bool, range):
    show(lambda: object.__new__(cls))
show(lambda: issubclass(5, ()))
show(lambda: issubclass(5, (int,)))
show(lambda: issubclass(5, 5))
show(lambda: issubclass(int, (str, (bool, object))))
for form in ("text", b"text"):
    for values in ([], [1], {}, {1: 2}, range(3), Gets(), set(), b"x", 5, ()):
        show(lambda: form % values)
show(lambda: str.maketrans((1, 2), "it"))
show(lambda: "abc".replace("a"))
show(lambda: "abc".replace("a", "b", count=0))
show(lambda: int.from_bytes((0, -1)))
show(lambda: bytearray([300]))
show(lambda: bytes([300]))
show(lambda: Counter({"a": {1}}).update({"a": frozenset()}))
show(lambda: Counter({"a": {1}}).subtract(a=1))
show(lambda: reversed(ChainMap()))
show(lambda: multiplied({}.values(), [4]))
show(lambda: multiplied({}.keys(), 4))
show(lambda: b"%s" % list[int])
print([name for name in dir(builtins) if name.endswith("iterator")])
import math

show(lambda: math.fsum(c for c in "ab"))
show(lambda: math.fsum(Mine(n) for n in range(3)))
