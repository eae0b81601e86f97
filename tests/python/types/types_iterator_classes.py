"""map, filter, zip, enumerate and reversed are classes: their instances, their bases, and classes derived from them."""
print(map, filter, zip, enumerate, reversed)
print(type(zip) is type, isinstance(map(str, [1]), map), isinstance(filter(None, []), filter), isinstance(enumerate("a"), enumerate))
print(isinstance(zip(), zip), isinstance(zip([1], (x for x in "a")), zip), isinstance(enumerate(x for x in "a"), enumerate))
print(type(map(str, [])).__name__, type(filter(None, "a")).__name__, type(reversed((1, 2))).__name__, issubclass(zip, object), zip.__name__)


class Pairs(zip):
    pass


class Back:
    def __len__(self):
        return 2

    def __getitem__(self, i):
        return "ab"[i]


class Seq:
    def __getitem__(self, i):
        return [10, 20][i]


p = Pairs([1, 2], "ab")
print(next(p), list(p), isinstance(p, zip), type(p).__name__)
m = map(lambda x, y: x + y, [1, 2, 3], [10, 20])
print(next(m), m.__next__(), next(m, "over"), iter(m) is m)
print(list(map(None.__class__, [])), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])))
print(type(reversed(Back())).__name__, list(reversed(Back())), type(iter(Seq())).__name__, list(Seq()), dict(enumerate("ab", 1)))
for wrong in (lambda: map(str), lambda: map(), lambda: filter(None), lambda: zip(1), lambda: enumerate(), lambda: map(str, 5), lambda: list(zip([1], [1, 2], strict=True)),
              lambda: len(map(str, [])), lambda: map(str, [])[0], lambda: map(str, []).x, lambda: reversed(5)):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
print(callable(map), [*map(int, "12")], sum(map(len, ["a", "bc"])), sorted(zip("ba", [1, 2])), max(enumerate([3, 1])))
