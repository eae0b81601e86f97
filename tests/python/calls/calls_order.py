def show(tag, value=None):
    print(tag, end=" ")
    return value


def f(*args, **kwargs):
    print("->", args, kwargs)
    return f


show("callee", f)(show("a", 1), *show("star", [2]), show("b", 3), k=show("k", 4), **show("kw", {"z": 5}))


class Tracker:
    def __getitem__(self, key):
        print("get", key, end=" ")
        return 10

    def __setitem__(self, key, value):
        print("set", key, value)


t = Tracker()
t[show("key", "x")] = show("value", 1)
t[show("key", "y")] += show("add", 5)
d = {show("k1", 1): show("v1", 2), show("k2", 3): show("v2", 4)}
print(d)
a, t[show("i", 0)], c = show("one", 1), show("two", 2), show("three", 3)
print(a, c)
print(show("l", 1) < show("m", 2) < show("r", 0) < show("never", 9))
print(show("x", 0) or show("y", "") or show("z", "last"))
print(show("t", "yes") if show("cond", True) else show("no"))
x = [show("item", n) for n in range(show("n", 2)) if show("if", True)]
print(x)


@show("decorator 1", lambda g: g)
@show("decorator 2", lambda g: g)
def g(x=show("default", 1), *, y=show("kwdefault", 2)) -> show("return", int):
    return x, y


print(g())
