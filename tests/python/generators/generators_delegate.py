def child():
    print("child got", (yield "first"))
    try:
        got = yield "second"
    except KeyError as error:
        got = f"handled {error}"
    print("child got", got)
    return "result"


def parent():
    result = yield from child()
    print("parent got", result)
    rest = yield from iter("xy")
    print("rest", rest)
    return "done"


p = parent()
print(next(p))
print(p.send("one"))
print(p.throw(KeyError("k")))
print(next(p))
try:
    next(p)
except StopIteration as stop:
    print("value", stop.value)


class Source:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration("from next")


def wrap():
    print("wrapped", (yield from Source()))
    yield 1


print(list(wrap()))


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


print(list(tree(3)))


def bad():
    yield from 5


try:
    next(bad())
except TypeError as error:
    print(error)
try:
    p2 = parent()
    next(p2)
    p2.throw(ZeroDivisionError("through"))
except ZeroDivisionError as error:
    print("out", error)
