point = (3, 4)
x, y = point
print(point, x, y, len(point), point[0], point[-1], point + (5,), point * 2)
print((), (1,), tuple("abc"), tuple(range(3)), (1, 2) < (1, 3), (1, 2) == (1, 2), 3 in point)
x, y = y, x
print(x, y, point.index(4), point.count(3), point[::-1])
print(hash((1, 2)) == hash((1, 2)), {(0, 0): "origin"}[0, 0])
try:
    point[0] = 1
except TypeError as error:
    print(error)
try:
    a, b, c = point
except ValueError as error:
    print(error)
try:
    a, = 1, 2
except ValueError as error:
    print(error)


def stats(values):
    return min(values), max(values), sum(values) / len(values)


low, high, mean = stats([1, 2, 3, 4])
print(low, high, mean, stats([5]))
for i, (name, value) in enumerate([("a", 1), ("b", 2)]):
    print(i, name, value)
print(*point, sep="-")
print(max((2, "b"), (2, "a")), sorted([(2, "b"), (1, "z"), (2, "a")]), sum(((1,), (2,)), ()))
