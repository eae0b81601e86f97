# What is said of arguments that do not fit, and what is taken of those that nearly do.
import enum
import functools
import shlex
import textwrap
import types
from decimal import Decimal


class Two(int):
    def __index__(self):
        return 2


class Meta(type):
    pass


class C(metaclass=Meta):
    def unbound(self):
        return super(C)


def told(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


def starred(v):
    *a, b = v


def plain(v):
    a, b = v


class Plain:
    pass


class Items:
    def __getitem__(self, i):
        return "ab"[i]


for v in Plain(), Plain, Items(), types.SimpleNamespace(a=1), enum.Enum("E", "a"), 5:
    told(lambda: [*v])
    told(lambda: (0, *v))
    told(lambda: [].append(*v))
    told(lambda: {*v} and 1)
print([1, 2, 3][Two(0)], "abc"[Two(1)], [1, 2, 3][Two():])
for v in str.upper, slice(None), len, ..., 3, None, object(), memoryview(b"x"), iter("ab"), NotImplemented, type, 1j, print:
    told(lambda: starred(v))
    told(lambda: plain(v))
told(lambda: object("h"))
told(lambda: object(a=1))
told(lambda: sorted("ab", key=object))
told(lambda: int("7" * 300 + ".5"))
told(lambda: int("x" * 199 + "y" * 9, 36) and int("-" * 300))
told(lambda: functools.reduce(max, False))
told(lambda: functools.reduce(max, 5, 1))
told(lambda: super(C))
told(lambda: C().unbound())
told(lambda: super(enum.Enum("E", "a b")))
told(lambda: (super(C).__self__, super(C).__thisclass__, super(C).__self_class__))
told(lambda: super(C).unbound)
told(lambda: textwrap.indent("12", (1, 2)))
told(lambda: textwrap.indent("a\n\nb\n", 2.5))
told(lambda: textwrap.indent("a\n\nb\n", "> "))
told(lambda: "".encode(b"utf-8"))
told(lambda: "x".encode("utf-8", 5))
told(lambda: "x".encode(None))
told(lambda: b"x".decode(5))
told(lambda: str(b"x", 5))
told(lambda: str(b"x", errors=5))
told(lambda: bytes("x", 5))
told(lambda: Decimal((0, -1, 5)))
told(lambda: Decimal((0, [1, 2], 1)))
told(lambda: shlex.quote(b"aaa"))
told(lambda: shlex.quote(5))
