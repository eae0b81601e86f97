# functools: partialmethod, singledispatch and its method, cached_property, cmp_to_key, representations.
from functools import *
from abc import ABC
import collections.abc


class Cell:
    def __init__(self):
        self.alive = False

    def set_state(self, state, *, loud=False):
        self.alive = state
        return (state, loud)

    set_alive = partialmethod(set_state, True)
    set_dead = partialmethod(set_state, False, loud=True)
    make = partialmethod(classmethod(lambda cls, n: (cls.__name__, n)), 5)


c = Cell()
print(c.set_alive(), c.alive, c.set_dead(), Cell.set_alive(c), Cell().make())


def standalone(self, a=1, b=2):
    return (type(self).__name__, a, b)


class Uses:
    method1 = partialmethod(standalone)


print(Uses().method1(), Uses().method1(5, b=6))
p = partial(print, "a", sep="-")
p("b")
print(partial(int, base=2)("101"), partial(partial(max, 1), 2).args, p.keywords, repr(partial(Cell, 1))[:24])


@singledispatch
def show(x, loud=False):
    return f"base {x}"


@show.register
def _(x: int, loud=False):
    return f"int {x} {loud}"


@show.register(list)
@show.register(tuple)
def _(x, loud=False):
    return f"sequence {len(x)}"


@show.register
def _(x: float | complex):
    return f"inexact {x}"


@show.register(collections.abc.Mapping)
def _(x):
    return f"mapping {sorted(x)}"


print(show("s"), show(1, loud=True), show([1]), show((1, 2)), show(1.5), show(2j), show(True), show({"k": 1}), show(None))
print(show.dispatch(dict).__name__, show.dispatch(bool) is show.registry[int], show.__name__)


class Negator:
    @singledispatchmethod
    def neg(self, arg):
        raise NotImplementedError("Cannot negate a")

    @neg.register
    def _(self, arg: int):
        return -arg

    @neg.register
    def _(self, arg: bool):
        return not arg

    @singledispatchmethod
    @classmethod
    def of(cls, arg):
        return (cls.__name__, arg)

    @of.register
    @classmethod
    def _(cls, arg: str):
        return (cls.__name__, arg.upper())


print(Negator().neg(5), Negator().neg(True), Negator.of(1), Negator.of("x"))
try:
    Negator().neg("x")
except NotImplementedError as e:
    print(e)


class Data:
    @cached_property
    def total(self):
        print("computing")
        return 42


d = Data()
print(d.total, d.total, d.__dict__)
del d.total
print(d.total)
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), max("abc", key=cmp_to_key(lambda a, b: -1 if a > b else 1)))
for job in (
    lambda: show.register(5),
    lambda: show.register(lambda x: 1),
    lambda: show(),
    lambda: partial(5),
    lambda: reduce(lambda a, b: a, []),
    lambda: total_ordering(type("T", (), {})),
    lambda: lru_cache("x"),
):
    try:
        print(job())
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0][:90])
