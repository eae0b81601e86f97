"""What random programs found: sets with themselves, slices of ranges, white space in bytes, places in displays."""
import bisect
import codecs
import collections
import copy
import datetime
import inspect
import json
import pickle
import struct
import traceback


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e, sep=": ")


a = set("mississippi")
b = a | a
print(a, b, a & a, a.union(a), a.intersection(a))
a |= a
a.update(a)
a &= a
print(a, a ^ a, a - a)
a |= set()
print(a, frozenset(a) | frozenset(a))

for s in (slice(5, -1), slice(None), slice(1, 7, 2), slice(7, 1, -2), slice(None, None, -1), slice(100, 200), slice(3, 1)):
    print(range(10, 0, -3)[s], range(10)[s], range(0)[s])

show(lambda: b" a\x0bb  ".split(None, 1))
show(lambda: b"a\x0bb c\x0bd".split())
show(lambda: b" a\x0bb c\x0b".rsplit(None, 1))
show(lambda: bytes.fromhex("01\x0b02 "))
show(lambda: struct.calcsize("i\x0bi"))
show(lambda: memoryview(b"bc") in b"abc")
show(lambda: "x" in b"abc")
show(lambda: 256 in b"abc")
show(lambda: int.from_bytes(memoryview(b"\x01\x02"), "big"))
show(lambda: b"" % collections.deque([1]))
show(lambda: "" % collections.deque([1]))
show(lambda: b"" % [1])
show(lambda: object.__new__(5))
show(lambda: object.__new__(int, 5))
show(lambda: vars(collections.defaultdict(list)))


class Own(list):
    __slots__ = ("only",)

    def __getattribute__(self, name):
        return super().__getattribute__(name)


show(lambda: vars(Own()))
for thing in ({1: 2}.keys(), {1: 2}.values(), {1: 2}.items(), memoryview(b"a")):
    show(lambda: copy.copy(thing))
    show(lambda: pickle.dumps(thing))
d = collections.defaultdict(list, a=[1])
print(pickle.loads(pickle.dumps(d)), d.copy(), d.default_factory)

for name in ("utf-8-sig", "utf-16", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"):
    data = '{"a": ["é€😀", 1]}'.encode(name)
    print(data, data.decode(name), json.loads(data))
wrong = b"\0\0\0", b"a\0\0\xd8b\0", b"\0\xdca\0", b"a\0\0\xd8", b"a\0\0\0\0\xd8\0\0", b"\xff\xff\xff\xff", b"\0\0\xfe\xff\0\0\0a"
for data in wrong:
    for name in ("utf-16", "utf-16-be", "utf-32", "utf-32-be"):
        for errors in ("strict", "replace", "ignore"):
            show(lambda: data.decode(name, errors))
show(lambda: json.loads(b"\0\0\0[\0"))
show(lambda: b"\xef\xbb\xbfa\xff".decode("utf-8-sig"))
show(lambda: (codecs.encode("a", "utf-8-sig"), b"\xef\xbb\xbfa".decode("UTF-8-SIG"), "a".encode("utf_8_sig")))
show(lambda: bisect.bisect({1: 2}, 0))
show(lambda: type("C", (datetime.timedelta(1)), {}))

inf = float("inf")
for base in (complex(inf, 1), complex(1, inf), complex(1e308, 1), 0j):
    for power in (1, 0, -1, 1.0, 0.5, 1j, 3 + 0j, -2, 101):
        show(lambda: base**power)


class Whole:
    def __int__(self):
        return 7


show(lambda: "%d" % Whole())
show(lambda: "%x" % Whole())
show(lambda: "%f" % Whole())


class Index:
    def __index__(self):
        return 255


show(lambda: "%d %x %X %o %.1f %c %s" % (Index(), Index(), Index(), Index(), Index(), 65, 1))
show(lambda: "%s %d" % (Whole(), "5") if 0 else "%d %d" % (Whole(), "5"))
show(lambda: "%d %f" % (Whole(), "5"))
show(lambda: "%d %x" % (Whole(), 3.5))
show(lambda: "%d %d %f" % (Whole(), 3.5, 2))
show(lambda: "%d %x" % (Whole(), True))


def unhashable(keys):
    return {k: 1 for k in keys}


for f in (lambda: unhashable([[]]), lambda: {k for k in [[]]}):
    try:
        f()
    except TypeError:
        traceback.print_exc(file=__import__("sys").stdout)


def first(a, b=2, *c, d: int = 3) -> str: ...
def second(a, b=2, *c, d: int = 3) -> str: ...
def third(a, *, y=1, x=2): ...
def fourth(a, *, x=2, y=1): ...


signature = inspect.signature
print(signature(first) == signature(second), hash(signature(first)) == hash(signature(second)))
print(signature(third) == signature(fourth), hash(signature(third)) == hash(signature(fourth)))
print(pickle.loads(pickle.dumps(signature(first))))
show(lambda: hash(signature(lambda a=[]: 0)))
show(lambda: inspect.Signature(0))
P = inspect.Parameter
show(lambda: inspect.Signature([P("a", P.POSITIONAL_OR_KEYWORD, default=1), P("b", P.POSITIONAL_OR_KEYWORD)]))
show(lambda: P("a", 9))
