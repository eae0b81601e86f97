def squares(items, k):
    a = [x * k for x in items if x > 0]
    b = {x: y for x, y in a}
    c = sum(x for x in a)
    d = [lambda: x for x in a]
    return a, b, c, d


names = {str(n) for n in range(3)}
