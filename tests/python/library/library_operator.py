# operator: in-place functions, getters, sequences.
import operator
from operator import *

for name in "iadd isub imul itruediv ifloordiv imod ipow iand ior ixor ilshift irshift".split():
    print(name, getattr(operator, name)(13, 4), getattr(operator, "__" + name + "__")(5, 2), end="; ")
print()
a = [1, 2]
print(iconcat(a, [3]), a, iadd(a, [4]) is a, concat("a", "b"), imul(a, 2), operator.abs(-3), index(7))
print(countOf([1, 2, 1], 1), indexOf("abc", "c"), contains([1], 1), length_hint(5, 9))
print(truth([]), not_(0), is_(a, a), is_not(a, []), inv(5), neg(3), pos(-3), matmul if False else xor(5, 1))
row = {"name": "x", "n": 2}
print(itemgetter("name", "n")(row), itemgetter(1)([5, 6]), itemgetter(slice(1, 3))("abcd"), itemgetter(-1)("abc"))
print(attrgetter("real", "imag")(3), attrgetter("__class__.__name__")(3), methodcaller("split", ",", maxsplit=1)("a,b,c"))
print(itemgetter(1, 2), attrgetter("a.b"), methodcaller("f", 1, x=2))
setitem(a, 0, 100)
delitem(a, slice(1, 3))
print(a, getitem(a, 0), lt(1, 2), ge(1, 2), eq("a", "a"), ne(1, 1), call(max, 1, 5), pow(2, 5), mod(7, 3))
for job in (
    lambda: indexOf([1], 2),
    lambda: attrgetter("nope")(1),
    lambda: attrgetter(1),
    lambda: itemgetter(),
    lambda: methodcaller(5),
    lambda: iconcat(1, 2),
    lambda: add(1, "a"),
    lambda: index(1.5),
    lambda: itemgetter("k")({}),
):
    try:
        print(job())
    except Exception as e:
        print(type(e).__name__, e)
