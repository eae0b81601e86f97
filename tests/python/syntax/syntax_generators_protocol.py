# Generators: send, throw, close, return values, yield from with its delegation, states, errors.
import inspect


def inner():
    try:
        while True:
            x = yield "inner"
            if x == "stop":
                return "result"
            print("inner got", x)
    except ValueError as e:
        print("inner caught", e)
        yield "after"
        return "from except"
    finally:
        print("inner finally")


def outer():
    r = yield from inner()
    print("outer got", r)
    r = yield from [1, 2]
    yield r
    return "end"


g = outer()
print(next(g), g.send("a"), g.send("stop"), next(g), next(g))
try:
    next(g)
except StopIteration as e:
    print(repr(e), e.value)
g = outer()
next(g)
print(g.throw(ValueError("v")), next(g))
g.close()
g.close()
print(next(g, "closed"), list(g))
g = outer()
try:
    g.send(1)
except TypeError as e:
    print(e)
next(g)
g.close()


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)


def raises():
    yield 1
    raise StopIteration("inside")


try:
    list(raises())
except RuntimeError as e:
    print(e, repr(e.__cause__))


def recursive():
    yield next(me)


me = recursive()
try:
    next(me)
except ValueError as e:
    print(e)


def closes():
    try:
        yield 1
    finally:
        print("cleanup")


c = closes()
print(next(c), c.close())
e = (x * 2 for x in range(3))
print(e.__name__, e.gi_frame is not None, inspect.getgeneratorstate(e), list(e), inspect.getgeneratorstate(e), e.gi_frame)


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


def average():
    total = count = 0
    while True:
        x = yield total / count if count else None
        total, count = total + x, count + 1


a = average()
next(a)
print(list(tree(3)), a.send(10), a.send(20), sum(x for x in range(5) if x % 2), dict((k, v) for k, v in zip("ab", [1, 2])))
try:
    g = closes()
    next(g)
    g.throw(KeyError("k"))
except KeyError as err:
    print("escaped", err)
