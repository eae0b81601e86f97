# What iterators are called, how they end, and changes under them.
kinds = [iter([]), reversed([]), iter(()), iter(""), iter("é"), iter(b""), iter({}), iter({}.values()), iter({}.items()), reversed({}), iter(set()), iter(range(3)), zip(), enumerate([])]
print([type(k).__name__ for k in kinds])
print(type(iter([])), type(zip([])), iter(kinds[0]) is kinds[0], isinstance(zip(), object))
it = iter([1, 2, 3])
print(next(it), list(it), next(it, "end"), list(it))
grow = [1]
for x in grow:
    if len(grow) < 5:
        grow.append(x + 1)
print(grow)
it = iter(grow)
del grow[2:]
print(list(it))
grow.append(9)
print(next(it, "stays over"))
z = zip("abc", [1, 2])
print(list(z), list(zip(*[(1, "a"), (2, "b")])), list(enumerate("ab", 5)), list(map(max, [1, 5], [3, 2, 9])), list(filter(None, [0, 1])), list(reversed(range(3))))
print(list(iter(iter([1, 2, 3, 0, 4]).__next__, 0)), [*iter("xy")], dict(enumerate("ab")), max(iter([3, 1])), sum(iter([1, 2])), sorted(iter("ba")), any(iter([0])), tuple(map(str, range(2))))


class Old:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10


class Endless:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration


print(list(Old()), 20 in Old(), list(Endless()))
a, b, *c = Old()
print(a, b, c)
for job in (lambda: next(iter([])), lambda: iter(3), lambda: next([]), lambda: zip(1), lambda: map(), lambda: map(None), lambda: enumerate(), lambda: reversed({1}), lambda: reversed(5), lambda: iter(1, 2), lambda: list(map(5, [1])), lambda: sum(["a"]), lambda: max([]), lambda: max(1), lambda: sorted([1, "a"]), lambda: sum("ab", "")):
    try:
        print(job())
    except Exception as e:
        print(type(e).__name__, e)
