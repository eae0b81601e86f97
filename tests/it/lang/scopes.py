total = 0


def outer(a, b=2):
    count = 0

    def inner():
        nonlocal count
        global total
        count += a
        total += 1
        return count, b

    if a:
        late = 1
    del a
    print(late)
    return inner, (last := late), last


first, *middle, end = outer(1), 2, 3
x = y = first[1:-1, ::2]
x.y[0] += 1
assert 1 < x <= 3 and not y or end is None, "message"
while True:
    if (n := total) in {1, 2}:
        break
