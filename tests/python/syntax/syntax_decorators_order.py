# Decorators: order, arguments, classes as decorators, of methods and classes, any expression, state.
import functools

trace = []


def note(name):
    trace.append(f"make {name}")

    def deco(f):
        trace.append(f"apply {name} to {getattr(f, '__name__', type(f).__name__)}")
        return f

    return deco


@note("a")
@note("b")
def f():
    return "f"


@note("cls")
class C:
    @note("m")
    def m(self):
        return "m"

    @staticmethod
    @note("s")
    def s():
        return "s"

    @classmethod
    @functools.lru_cache
    def k(cls):
        return cls.__name__

    @property
    @note("p")
    def p(self):
        return "p"

    @p.setter
    @note("p=")
    def p(self, v):
        trace.append(f"set {v}")


C().p = 1
print(trace, f(), C().m(), C.s(), C.k(), C.k(), C().p)


class Count:
    def __init__(self, f):
        functools.update_wrapper(self, f)
        self.f, self.n = f, 0

    def __call__(self, *a, **k):
        self.n += 1
        return self.f(*a, **k)

    def __get__(self, obj, cls=None):
        return self if obj is None else functools.partial(self, obj)


@Count
def g(x):
    "doc of g"
    return x


class D:
    @Count
    def h(self, y):
        return self, y


g(1), g(2)
d = D()
print(g.n, g.__name__, g.__doc__, g.__wrapped__(5), d.h(3)[1], D.h.n)


def repeat(times=2, *, sep=" "):
    def deco(f):
        @functools.wraps(f)
        def wrapper(*a, **k):
            return sep.join(str(f(*a, **k)) for _ in range(times))

        wrapper.times = times
        return wrapper

    return deco


@repeat(3, sep="-")
def hi(n="x"):
    return n


@(lambda f: [f, "kept"])
def odd():
    pass


registry = {}


@registry.setdefault("cmd", lambda f: f.__qualname__)
def named():
    pass


def singleton(cls):
    one = cls()
    return lambda: one


@singleton
class One:
    pass


print(hi("y"), hi.times, hi.__wrapped__.__name__, odd[1], named, One() is One())
try:

    @5
    def bad():
        pass

except TypeError as e:
    print(e)
