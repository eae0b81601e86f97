def averager():
    total = count = 0
    average = None
    while True:
        try:
            value = yield average
        except ValueError as error:
            print("skipped:", error)
            continue
        if value is None:
            return total, count
        total += value
        count += 1
        average = total / count


a = averager()
print(next(a), a.send(10), a.send(20))
print(a.throw(ValueError("bad")))
print(a.throw(ValueError))
try:
    a.send(None)
except StopIteration as stop:
    print(stop.value, stop.args)
try:
    a.send(1)
except StopIteration as stop:
    print("over", stop.value)
b = averager()
try:
    b.send(1)
except TypeError as error:
    print(error)
try:
    b.throw(KeyError("before start"))
except KeyError as error:
    print("thrown", error)
print(list(b))


def wrong():
    yield 1
    raise StopIteration("inside")


try:
    list(wrong())
except RuntimeError as error:
    print(error, "|", repr(error.__cause__))


def reentrant():
    yield next(me)


me = reentrant()
try:
    next(me)
except ValueError as error:
    print(error)
for bad in (5, "text", object):
    try:
        next(averager().throw(bad))
    except TypeError as error:
        print(error)
