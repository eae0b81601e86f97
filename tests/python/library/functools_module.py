import functools
import operator
from functools import partial, reduce

print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(operator.mul, [1, 2, 3, 4], 10), reduce(max, [3, 9, 2]))
power = partial(pow, 2)
print(power(5), partial(int, base=2)("101"), partial(print, "a", sep="-")("b"))
square = partial(lambda x, n: x ** n, n=2)
print(square(7), square.keywords, power.args, power.func is pow)


@functools.lru_cache(maxsize=2)
def slow(n):
    print("miss", n)
    return n


slow(1), slow(2), slow(1), slow(3), slow(2)
print(slow.cache_info())
slow.cache_clear()
print(slow.cache_info())


class Lazy:
    @functools.cached_property
    def value(self):
        print("computing")
        return 42


lazy = Lazy()
print(lazy.value, lazy.value)


@functools.singledispatch
def show(x):
    return f"object {x}"


@show.register
def _(x: int):
    return f"int {x}"


@show.register(list)
def _(x):
    return f"list of {len(x)}"


print(show(1), show([1, 2]), show("s"))
print(sorted(["b", "A", "c"], key=functools.cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))
print(operator.itemgetter(1)([5, 6]), operator.attrgetter("real")(3), operator.add(1, 2), sorted([{"n": 2}, {"n": 1}], key=operator.itemgetter("n")), operator.methodcaller("upper")("a"))
try:
    reduce(operator.add, [])
except TypeError as error:
    print(error)
