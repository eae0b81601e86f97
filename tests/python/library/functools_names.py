# total_ordering's methods, and partial in classes.
import functools
import io
import warnings


@functools.total_ordering
class V:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __gt__(self, other):
        return self.n > other.n


for name in ("__lt__", "__le__", "__ge__"):
    f = getattr(V, name)
    print(name, f.__name__, f.__qualname__)
print(V(1) < V(2), V(2) <= V(2), V(3) >= V(4), V(1) != V(2))


class Shapes:
    square = functools.partial(pow, exp=2)
    cube = functools.partialmethod(lambda self, n, k: n**k, k=3)


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(Shapes().square(5), Shapes.square(4), Shapes().cube(2))
    print([str(w.message)[:44] for w in caught], [w.category.__name__ for w in caught])


def gen():
    try:
        yield 1
    except ValueError as e:
        yield e


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    g = gen()
    next(g)
    print(repr(g.throw(ValueError, "spam")), [w.category.__name__ for w in caught])
    g = gen()
    next(g)
    print(repr(g.throw(ValueError("x"))), len(caught))
