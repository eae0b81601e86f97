# What programs usually do beside waiting: the rehearsal runs this so that none of it has to be fetched.
import collections
import functools
import itertools
import json
import random
import time
from dataclasses import dataclass, field
from enum import Enum


class Shape:
    count = 0

    def __init__(self, name, *sides, **more):
        self.name, self.sides, self.more = name, sides, more
        Shape.count += 1

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"

    def __eq__(self, other):
        return isinstance(other, Shape) and self.name == other.name

    def __hash__(self):
        return hash(self.name)

    def __lt__(self, other):
        return self.name < other.name

    def __len__(self):
        return len(self.sides)

    def __getitem__(self, i):
        return self.sides[i]

    def __contains__(self, side):
        return side in self.sides

    def __call__(self, k=1):
        return sum(self.sides) * k

    @property
    def around(self):
        return sum(self.sides)

    @classmethod
    def square(cls, side):
        return cls("square", side, side, side, side)

    @staticmethod
    def area(a, b=2):
        return a * b


class Named(Shape):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)


@dataclass(order=True)
class Point:
    x: int
    y: float = 0.0
    tags: list = field(default_factory=list)


class Colour(Enum):
    RED = 1
    BLUE = "b"


def squares(n):
    for i in range(n):
        got = yield i * i
        if got:
            yield got


def timed(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        start = time.perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            print(f"{function.__name__}: {time.perf_counter() - start:.3f} s")

    return inner


@timed
def words(text):
    counts = {}
    for word in text.lower().replace(",", " ").replace(".", "").split():
        counts[word] = counts.get(word, 0) + 1
    for word, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3]:
        print(f"{word:<8}|{n:>4}|{n / len(counts):6.1%}|{word!r:^10}|{n:03d}|{n:,}|{n:x}|{n:b}|{n:e}")
    return counts


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


text = "It was the best of times, it was the worst of times. It was the age of wisdom."
words(text)
print(text.upper(), text.title(), text.count("was"), text.find("best"), text.rfind("was"), text.index("age"), text[::-1])
print(text.startswith("It"), text.endswith(("x", ".")), "-".join(text.split()), text.partition(","), " x ".strip(), "a\nb".splitlines())
print("abc".center(9, "*"), "abc".ljust(5) + "|", "abc".rjust(5), "7".zfill(3), "a1".isalnum(), "12".isdigit(), "ab".isalpha(), "%s is %d, %.2f %r" % ("x", 3, 2.5, "q"))
print("{} {name} {:>5}".format(1, 2, name="n"), ord("a"), chr(98), "é".encode(), b"ab".decode(), "a" < "b", "ab" * 3, "b" in "abc", str(3.0), repr("it's"))
numbers = [random.randint(1, 100) for _ in range(50)]
numbers.sort()
numbers += [3, 1, 2]
numbers.append(4), numbers.extend((5, 6)), numbers.insert(0, 9), numbers.remove(9), numbers.pop(), numbers.reverse()
print(len(numbers), min(numbers), max(numbers), sum(numbers) > 0, sorted(numbers, reverse=True)[:2] != [], numbers.index(1) >= 0, numbers.count(-1))
print(numbers[1:3] == numbers[1:3], [1, 2, 3][::-1], list(reversed([1, 2])), any(n > 99 for n in numbers), all(numbers), [*range(3)], [[0] * 3 for _ in range(2)])
del numbers[0], numbers[1:4]
print(divmod(17, 5), -7 // 2, -7 % 3, 2**10, 2**100, 10**20 // 3, 7 / 2, round(2.567, 2), abs(-3), int("42"), float("1.5"), int(3.9), 0.1 + 0.2, 1e10, 5 & 3 | 8 ^ 1, 1 << 5, ~4, 3 > 2 >= 1)
table = {"a": 1, **{"b": 2}}
table.update(c=3), table.setdefault("d", []).append(4), table.pop("a"), table.items()
print(table, list(table), table.keys() | {"z"} == {"b", "c", "d", "z"}, "b" in table, {k: v for k, v in zip("xy", (1, 2))}, table == dict(table), {**table} != {})
print({1, 2} | {3}, {1, 2} & {2}, {1, 2} - {2}, {1} <= {1, 2}, set("aab") == {"a", "b"}, frozenset([1]), tuple([1, 2]) + (3,), (1, 2) < (1, 3), {1, 2}.isdisjoint({3}))
print(list(map(str, [1, 2])), list(filter(None, [0, 1])), list(zip([1, 2], "ab")), list(enumerate("ab", 1)), list(itertools.chain([1], [2])), list(itertools.islice(itertools.count(), 3)))
print(collections.Counter("hello").most_common(2), collections.defaultdict(list, a=[1]), list(collections.deque([1, 2, 3], maxlen=2)), functools.reduce(lambda a, b: a * b, [1, 2, 3]))
Pair = collections.namedtuple("Pair", "left right")
print(Pair(1, 2), Pair(1, right=2).left, Point(1), Point(1) < Point(2), Colour.RED, Colour("b").name, [c.value for c in Colour])
print(json.dumps({"a": [1, 2.5, None, True], "b": "x"}, indent=1), json.loads('{"k": [1, {"z": "é"}]}'))
generator = squares(4)
print(next(generator), generator.send("sent"), list(generator), sum(x * x for x in range(10)), fib(60), [y for x in [[1, 2], [3]] for y in x if y > 1])
shapes = [Named("b", 1, 2), Shape.square(3), Shape("a", 5, colour="red")]
print(sorted(shapes), shapes[0] == shapes[1], {shapes[0]: 1}, len(shapes[1]), shapes[1][0], 3 in shapes[1], shapes[1](2), shapes[1].around, Shape.area(3), Shape.count)
print(isinstance(shapes[0], Shape), issubclass(Named, Shape), hasattr(shapes[0], "name"), getattr(shapes[0], "none", "default"), callable(fib), type(1).__name__, shapes[2].more)
for bad in (lambda: 1 / 0, lambda: [][1], lambda: {}["k"], lambda: int("x"), lambda: None.x, lambda: "a" + 1, lambda: undefined):
    try:
        bad()
    except (ZeroDivisionError, LookupError) as e:
        print(type(e).__name__, e)
    except Exception as e:
        print(repr(e))
    else:
        print("none")
    finally:
        pass
first, *middle, last = range(5)
first, last = last, first
i = 0
while True:
    i += 1
    if i % 2:
        continue
    if i > 10:
        break
match (first, {"k": middle}):
    case (4, {"k": [a, *rest]}) if rest:
        print(a, rest, last)
    case _:
        print("other")
with open("notes.txt", "w") as f:
    f.write("one\ntwo\n")
with open("notes.txt") as f:
    print([line.strip() for line in f], sep="", end="\n", flush=True)
assert i == 12 and not None, "counted"
print(*sorted({"b": 1, "a": 2}), random.choice([1]), random.random() < 1, random.sample(range(9), 3) != 0, random.shuffle([1, 2]), random.uniform(1, 2) > 0, hash("a") != 0, id(i) > 0, bool([]), bytes(2), None is None)
