def numbers(limit):
    n = 0
    while n < limit:
        yield n
        n += 1


def keep(source, by):
    for n in source:
        if n % by:
            yield n


def pairs(source):
    last = 0
    for n in source:
        yield last, n
        last = n


def chained(*sources):
    for source in sources:
        yield from source


def work(limit):
    total = 0
    for a, b in pairs(keep(keep(chained(numbers(limit), numbers(limit // 2)), 2), 3)):
        total += b - a
    return total, sum(x * 2 for x in keep(numbers(limit), 7))


print(work(600_000))
