# Operators between views of dicts, sets and other things: types and orders, and what the set itself keeps.
from collections import OrderedDict


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e, sep=": ")


d = {"b": 2, "a": 1, "c": 3}
other = {"x": 0, "a": 1}
signs = {
    "&": lambda a, b: a & b, "|": lambda a, b: a | b, "-": lambda a, b: a - b, "^": lambda a, b: a ^ b,
    "==": lambda a, b: a == b, "<=": lambda a, b: a <= b,
}
for sign, f in signs.items():
    for b in ({"a", "y"}, frozenset("ab"), ["a", "q"], other.keys(), {5, 1, 9}, set(range(20)), 3, "ab"):
        show(lambda: (sign, f(d.keys(), b)))
        show(lambda: (sign, f(b, d.keys())))
    for b in ({("a", 1), 7}, frozenset([("b", 2)]), other.items(), [("a", 1)]):
        show(lambda: (sign, sorted(f(d.items(), b), key=str) if sign in "&|-^" else f(d.items(), b)))

s = t = {"a", "z"}
s |= d.keys()
print(sorted(t), sorted(s), s is t)
s = t = {"a", "z"}
s |= {"b"}
print(s is t)


class Mine(set):
    pass


for key in (set(), Mine(), Mine("a"), {"a"}, {"a": 1}):
    for box in ({frozenset(), 1}, frozenset([frozenset("a")])):
        show(lambda: key in box)
box = {frozenset(), frozenset("a"), 1}
show(lambda: box.remove(Mine()))
show(lambda: box.discard({"a"}))
print(box)
show(lambda: set() in d)
show(lambda: set() in d.keys())

o = OrderedDict(d)
for v in (o.keys(), o.values(), o.items()):
    print(v, type(v).__name__, type(v).__mro__[1].__name__, type(iter(v)).__name__, type(reversed(v)).__name__)
print(type(iter(o)).__name__, type(dict(o).keys()).__name__, type(o.copy().keys()).__name__, o.keys() & {"a"}, o.keys() | {"z"} == {"z", *d})
show(lambda: o.values().copy())
show(lambda: o.keys() + 1)
o.clear()
print(o.keys(), isinstance(o.items(), type(d.items())))
