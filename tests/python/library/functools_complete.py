import functools
from functools import partial, reduce, lru_cache, cache, wraps, total_ordering, singledispatch, cached_property, partialmethod, cmp_to_key, singledispatchmethod

p = partial(int, base=2)
print(p("101"), p, p.func, p.args, p.keywords, partial(print, "a", sep="-"), partial(partial(pow, 2), 3)())
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(max, [3], 9), sorted(["b", "A", "c"], key=cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))


@lru_cache(maxsize=2)
def f(x, y=1):
    """Doc."""
    print("computed", x)
    return x * y


print(f(1), f(1), f(2), f(3), f(1), f.cache_info(), f.cache_parameters(), f.__name__, f.__doc__, f.__wrapped__(5))
f.cache_clear()
print(f.cache_info(), f(1.0), f(1), lru_cache(maxsize=None, typed=True)(lambda x: x)(2))


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())


def deco(fn):
    @wraps(fn)
    def wrapper(*args, **kwargs):
        """wrapper doc"""
        return fn(*args, **kwargs)

    return wrapper


@deco
def hello(name: str) -> str:
    """says hello"""
    return "hi " + name


print(hello("x"), hello.__name__, hello.__doc__, hello.__wrapped__("y"), hello.__annotations__, hello.__qualname__, functools.WRAPPER_ASSIGNMENTS[:3])


@total_ordering
class Age:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        return self.n == o.n

    def __lt__(self, o):
        return self.n < o.n


print(Age(1) <= Age(1), Age(2) > Age(1), Age(2) >= Age(3))


@singledispatch
def show(x):
    return f"other {x!r}"


@show.register
def _(x: int):
    return f"int {x}"


@show.register(list)
def _(x):
    return f"list of {len(x)}"


print(show(1), show([1]), show("s"), show(True), show.dispatch(bool)(2), sorted(t.__name__ for t in show.registry))


class C:
    @cached_property
    def slow(self):
        print("once")
        return 42

    def add(self, a, b):
        return a + b

    add5 = partialmethod(add, 5)

    @singledispatchmethod
    def m(self, x):
        return "any"

    @m.register
    def _(self, x: str):
        return "str"


c = C()
print(c.slow, c.slow, c.add5(2), c.m(1), c.m("a"), c.__dict__)
for bad in (lambda: reduce(max, []), lambda: partial(), lambda: partial(3), lambda: f([]), lambda: total_ordering(type("X", (), {})), lambda: show()):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
