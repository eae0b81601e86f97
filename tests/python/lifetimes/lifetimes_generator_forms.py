def inner():
    try:
        yield "inner"
        yield "more"
    finally:
        print("inner closed")


def outer():
    try:
        yield from inner()
    finally:
        print("outer closed")


def first(source):
    for item in source:
        return item


print(first(outer()))
print("after first")
g = outer()
print(next(g))
g.close()
print("after close")


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        print("asked to leave")
        raise
    finally:
        print("left")


s = stubborn()
next(s)
del s
print("after stubborn")
a, *rest = (n for n in range(3))
print(a, rest)


def pairs():
    with open_block("p"):
        yield 1
        yield 2


class open_block:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)

    def __exit__(self, *exc):
        print("leave", self.name, exc[0])


for p in pairs():
    if p == 1:
        break
print("end")
