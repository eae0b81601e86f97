# Loops over pairs, and what happens to the iterators meanwhile.
for i, x in enumerate("abc"):
    print(i, x, end=" ")
for i, x in enumerate([5, 6], start=10):
    print(i, x, end=" ")
print()
numbers = [1, 2, 3]
for a, b in zip(numbers, range(10, 20)):
    print(a, b, end=" ")
it = iter(range(5))
for a, b in zip([1, 2], it):
    pass
print(next(it))
it = iter([1, 2, 3])
for a, b in zip(it, [9]):
    pass
print(next(it))
d = {"x": 1, "y": 2}
for k, v in d.items():
    d[k] = v * 10
print(d)
try:
    for k, v in d.items():
        d["new"] = 1
except RuntimeError as error:
    print(error, list(d))
for (a, b), c in zip([(1, 2), (3, 4)], "xy"):
    print(a, b, c, end=" ")
print()
pairs = enumerate(numbers)
for i, n in pairs:
    if i == 1:
        break
print(next(pairs), list(pairs))
grow = [1]
for i, n in enumerate(grow):
    if i < 4:
        grow.append(n * 2)
print(grow)
for a, b in [(1, 2), [3, 4], "xy", {5: 6, 7: 8}]:
    print(a, b, end=" ")
print()
for bad in ([1], [1, 2, 3], 5):
    try:
        for a, b in [bad]:
            pass
    except (ValueError, TypeError) as error:
        print(error)
print([(i, a, b) for i, (a, b) in enumerate({1: 2, 3: 4}.items())], dict(zip("ab", range(5))), list(zip()), list(zip([], [1])))
for x, y in zip(*[iter(range(6))] * 2):
    print(x, y, end=" ")
print()
