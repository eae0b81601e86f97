def append(item, to=[]):
    to.append(item)
    return to


print(append(1), append(2), append(3, []), append(4))
print(append.__defaults__, append.__kwdefaults__)
append.__defaults__ = (["new"],)
print(append(5))


def keywords(*, a=1, b):
    return a, b


print(keywords.__kwdefaults__, keywords(b=2))
keywords.__kwdefaults__ = {"a": 9, "b": 8}
print(keywords())
x = 1


def late(value=x, make=lambda: x):
    return value, make()


x = 2
print(late(), late(5), late(make=lambda: 0))


def order(tag):
    print("default", tag)
    return tag


def evaluated(a=order("a"), *, b=order("b")):
    return a, b


print(evaluated(), evaluated(1, b=2))


def spread(first, *args, sep="-", **kw):
    return sep.join(map(str, (first, *args))) + str(sorted(kw.items()))


print(spread(1), spread(1, 2, 3), spread(*"abc", sep="+"), spread(1, **{"k": 2, "sep": "/"}))
pairs = {"sep": ":", "n": 1}
print(spread(*range(3), 9, *[8], **pairs, m=2))
print((lambda *a, **k: (a, k))(*(), **{}))
name = "se" + "p"
print(spread(1, 2, **{name: "="}))
