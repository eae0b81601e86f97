# The ways of `throw`, names that cannot be deleted, groups that are split.
import contextlib
import math
import warnings


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e, sep=": ")


def forgiving():
    while True:
        try:
            yield "next"
        except Exception as e:
            print("got", repr(e), e.__suppress_context__)


class Odd(Exception):
    def __new__(cls, *args):
        return cls if args else super().__new__(cls)


g = forgiving()
next(g)
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    show(lambda: g.throw(ValueError("one")))
    show(lambda: g.throw(KeyError))
    show(lambda: g.throw(KeyError, "k"))
    show(lambda: g.throw(KeyError, ("k", 2)))
    show(lambda: g.throw(TypeError, TypeError(24), None))
    show(lambda: g.throw(ValueError(1), 2))
    show(lambda: g.throw(Odd, "x"))
    show(lambda: g.throw(5))
    print(*(w.message for w in seen), sep="\n")


class Never(Exception):
    def __new__(cls, *args):
        return cls


show(lambda: g.throw(Never))
for name in ("__name__", "__qualname__"):
    show(lambda: delattr(g, name))
    show(lambda: setattr(g, name, 5))
    show(lambda: delattr(forgiving, name))

group = ExceptionGroup("g", [ValueError(1), KeyError("z")])
for part in (*group.split(ValueError), group.subgroup(lambda e: True)):
    print(repr(part), part.__suppress_context__)
try:
    with contextlib.suppress(ValueError):
        raise group
except* KeyError as e:
    print(repr(e), e.__suppress_context__)


class Half:
    def __float__(self):
        return 0.5


print(math.isclose(Half(), 0.5, rel_tol=Half()), math.pow(Half(), 2), math.hypot(3, Half()), math.fmod(7, Half()), math.log(Half(), Half()), math.isnan(Half()), math.modf(Half()))


class Loud:
    def __str__(self):
        print("asked", end=";")
        raise ValueError("no text")


show(lambda: print("before", 1, Loud(), "after"))
show(lambda: print("big", 10**5000))
print(iter(memoryview(b"ab")).__class__.__name__, list(memoryview(b"abc")[::2]), ("a" in {1: 2}), [*iter(memoryview(b"xy"))])
show(lambda: ("a",) in b"abc")
show(lambda: [1].insert(2**63, 1))
show(lambda: [1].pop(-(10**25)))
try:
    try:
        raise ValueError("bare")
    except* ValueError as e:
        print(repr(e), e.__traceback__, e.exceptions[0].__traceback__ is not None)
        raise
except ExceptionGroup as e:
    print(repr(e), e.__traceback__ is not None)
