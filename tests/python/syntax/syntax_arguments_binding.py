# Calls: positional-only, keyword-only, defaults, stars, and every complaint.
def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw


print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, z=7), f(1, d=4, a=9, b=8), f(*[1, 2], *(3,), **{"d": 4}, **{"q": 1}))


def g(a, b):
    return a + b


def h(*, k):
    return k


def p(x, /):
    return x


def many(a, b, c, d):
    pass


for job in (
    lambda: f(),
    lambda: f(1),
    lambda: g(1),
    lambda: g(),
    lambda: g(1, 2, 3),
    lambda: g(1, b=2, c=3),
    lambda: g(1, a=2),
    lambda: h(1),
    lambda: h(),
    lambda: h(j=1),
    lambda: p(x=1),
    lambda: p(),
    lambda: g(*[1, 2], **{"b": 3}),
    lambda: g(**{"a": 1}, **{"a": 2}),
    lambda: g(*5),
    lambda: g(**5),
    lambda: g(**{1: 2}),
    lambda: many(1),
    lambda: many(),
    lambda: (lambda: 0)(1),
    lambda: print(1, nope=2),
    lambda: len(1, 2),
    lambda: "a".upper(1),
    lambda: [].append(),
    lambda: int("1", bse=2),
    lambda: (lambda f: f())(5),
    lambda: (lambda f: f())(None),
    lambda: (lambda f: f())("s"),
):
    try:
        print(job())
    except TypeError as e:
        print(e)


def mutable(x, acc=[]):
    acc.append(x)
    return acc


def late():
    return [lambda i=i: i for i in range(3)], [lambda: i for i in range(3)]


mutable(1)
early, last = late()
print(mutable(2), mutable.__defaults__, [x() for x in early], [x() for x in last], f.__kwdefaults__, g.__code__.co_varnames, f.__code__.co_argcount, f.__code__.co_posonlyargcount)


class C:
    def m(self, x):
        return x

    @classmethod
    def k(cls, x):
        return x

    @staticmethod
    def s(x):
        return x


for job in (lambda: C.m(1), lambda: C().m(), lambda: C().m(1, 2), lambda: C.k(), lambda: C.s(), lambda: C(1), lambda: C().m(y=1)):
    try:
        print(job())
    except TypeError as e:
        print(e)
