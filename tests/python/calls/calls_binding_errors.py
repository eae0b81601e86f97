def f(a, b, /, c, d=4, *rest, e, g=7, **more):
    return a, b, c, d, rest, e, g, more


def two(a, b):
    return a, b


def only(*, key, other=1):
    return key, other


def none():
    return 0


def one(a):
    return a


def attempt(call):
    try:
        print(call())
    except TypeError as error:
        print(error)


attempt(lambda: f(1, 2, 3, e=5))
attempt(lambda: f(1, 2, 3, 4, 5, 6, e=5, z=1, a=2))
attempt(lambda: f(1, 2, e=5))
attempt(lambda: f(1, 2, 3))
attempt(lambda: f(1))
attempt(lambda: f(1, c=3, b=2, e=1))
attempt(lambda: two(1))
attempt(lambda: two())
attempt(lambda: two(1, 2, 3))
attempt(lambda: two(1, a=2))
attempt(lambda: two(1, 2, c=3))
attempt(lambda: two(a=1, b=2, **{"x": 1}))
attempt(lambda: only())
attempt(lambda: only(1))
attempt(lambda: only(1, key=2))
attempt(lambda: only(key=1, othr=2))
attempt(lambda: none(1))
attempt(lambda: none(k=1))
attempt(lambda: one(1, 2))
attempt(lambda: one(*[1, 2, 3], **{}))
attempt(lambda: two(*(1,), **{"b": 2}))
attempt(lambda: two(**{"a": 1}, **{"a": 2}))
attempt(lambda: two(*5))
attempt(lambda: two(**5))
attempt(lambda: (lambda x, y=2: (x, y))())
