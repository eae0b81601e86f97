import itertools

for it in (iter([]), iter(()), iter(""), iter("é"), iter(b""), iter({}), iter({}.values()), iter({}.items()), iter(set()), iter(frozenset()), iter(range(3)), reversed([]), reversed(()), reversed("a"), reversed({}), reversed({}.items()), reversed(range(3)), zip(), enumerate([]), iter(int, 1), (x for x in []), {}.keys(), {}.values(), {}.items()):
    print(type(it).__name__, end=" ")
print()
print(type(iter([])), iter([1]).__length_hint__(), list(zip([1, 2], "ab")))
for text in (repr(iter([1])), repr(zip()), repr(enumerate([])), repr(reversed([1])), repr(iter({})), repr(range(3)), repr(iter("a"))):
    print(text.split(" at ")[0])
print(list(enumerate("ab", 5)), list(enumerate("ab", start=-1)), list(map(pow, [2, 3], [3, 2])), list(filter(str.isdigit, "a1b2")), list(zip([1, 2], [3], strict=False)), list(reversed(range(0, 10, 3))), next(iter([5])), next(iter([]), "default"), list(map(lambda *a: a, "ab", "cd")))
e = enumerate(["x", "y"])
print(next(e), list(e), list(e), iter(e) is e, sum(map(int, "123")), max(map(len, ["a", "bb"])), dict(zip("ab", [1, 2])), [*zip(*[(1, 2), (3, 4)])], sorted(filter(None, [3, 0, 1])))
it = iter([1, 2, 3])
print(next(it), list(it), next(it, None), list(zip(iter([1, 2, 3]), "ab")), any(map(bool, [0, 1])), all([]), list(iter([1, 2, 0, 3].pop, 0)))
for bad in (lambda: next([]), lambda: iter(3), lambda: next(iter([])), lambda: list(zip([1], [2, 3], strict=True)), lambda: list(zip([1, 2], [3], strict=True)), lambda: list(map(str)), lambda: reversed({1}), lambda: enumerate(3), lambda: list(map(1, [1])), lambda: list(filter(1, [1])), lambda: iter(3, 4), lambda: zip(1), lambda: enumerate(), lambda: reversed(iter([])), lambda: list(zip(*3)), lambda: map(), lambda: next()):
    try:
        print(bad())
    except (TypeError, ValueError, StopIteration) as e:
        print(type(e).__name__, e)
d = {"a": 1}
try:
    for k in d:
        d["b"] = 2
except RuntimeError as e:
    print(e)
