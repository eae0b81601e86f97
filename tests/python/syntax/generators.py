def countdown(n):
    while n > 0:
        yield n
        n -= 1
    return "liftoff"


def chain(*iterables):
    for iterable in iterables:
        yield from iterable


def outer():
    result = yield from countdown(2)
    print("got", result)
    yield "end"


print(list(countdown(3)), list(chain("ab", [1, 2], countdown(1))), list(outer()))


def averager():
    total, count = 0, 0
    average = None
    while True:
        value = yield average
        total += value
        count += 1
        average = total / count


avg = averager()
next(avg)
print(avg.send(10), avg.send(20), avg.send(33))
avg.close()
try:
    avg.send(1)
except StopIteration as stop:
    print("stopped", stop.value)


def careful():
    try:
        while True:
            try:
                received = yield "ready"
                print("received", received)
            except ValueError as error:
                print("handled", error)
    finally:
        print("cleanup")


c = careful()
print(next(c), c.send("hello"), c.throw(ValueError("bad")))
c.close()


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


import itertools

print(list(itertools.islice(fibonacci(), 12)))


def walk(tree):
    if isinstance(tree, list):
        for branch in tree:
            yield from walk(branch)
    else:
        yield tree


print(list(walk([1, [2, [3, 4]], [[5]]])), sum(walk([1, [2]])))
g = countdown(1)
next(g)
try:
    next(g)
except StopIteration as stop:
    print("value", stop.value)
print(next(g, None), type(g).__name__)
first, *others = countdown(4)
print(first, others, 2 in countdown(3), max(countdown(5)), dict((n, n) for n in countdown(2)))
try:
    c2 = careful()
    c2.send("x")
except TypeError as error:
    print(error)


def broken():
    yield 1
    raise StopIteration


try:
    list(broken())
except RuntimeError as error:
    print(error)
