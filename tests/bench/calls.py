def area(width, height=1, *, scale=1):
    return width * height * scale


def spread(*args, **options):
    return len(args) + len(options)


def work(rounds):
    total = 0
    for n in range(rounds):
        total += area(n)
        total += area(n, height=2)
        total += area(width=n, height=3, scale=2)
        total += spread(1, 2, n, depth=n, name="x")
        both = (n, 2)
        total += area(*both)
        total += max(n, 5) + abs(-n) + len(both)
    return total


print(work(200_000))
