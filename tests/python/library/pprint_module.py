import pprint
from collections import OrderedDict, Counter, defaultdict, deque, namedtuple
from dataclasses import dataclass, field
import types

pprint.pprint({"b": 1, "a": [1, 2, 3], "c": {"z": 1, "y": (1,)}})
data = {"name": "x" * 30, "items": list(range(30)), "nested": {"k%d" % i: "value %d" % i for i in range(5)}, "t": ("aa" * 20, "bb" * 20)}
pprint.pprint(data)
pprint.pprint(data, width=40, depth=1)
pprint.pprint(data["nested"], indent=4, width=30, sort_dicts=False)
pprint.pprint([["aaaa", "bbbb"] * 3, "c" * 10], width=30, compact=True)
pprint.pprint(list(range(40)), compact=True, width=50)
print(pprint.pformat("a long string that has to be split because it does not fit on one line of output at all", width=40))
pprint.pprint(["word " * 12, b"bytes" * 20], width=50)
pprint.pprint(OrderedDict([("one", 1), ("two", "2" * 70)]))
pprint.pprint(Counter("abracadabra" * 3), width=20)
pprint.pprint(defaultdict(list, {"a": ["x" * 40, "y" * 40]}))
pprint.pprint(deque(["a" * 30, "b" * 30, "c" * 30], maxlen=5))
pprint.pprint({3, 1, 2}), pprint.pprint(frozenset(["b" * 40, "a" * 40])), pprint.pprint(set())
P = namedtuple("P", "x y")
pprint.pprint([P(1, "p" * 40), P(2, "q" * 40)])


@dataclass
class Point:
    x: int
    label: str
    tags: list = field(default_factory=list, repr=True)
    hidden: int = field(default=0, repr=False)


pprint.pprint(Point(1, "l" * 60, ["t" * 20]))
pprint.pprint(types.SimpleNamespace(a=1, b="x" * 80))
loop = [1]
loop.append(loop)
print(pprint.saferepr(loop)[:30], pprint.isrecursive(loop), pprint.isreadable([1]), pprint.isreadable(loop))
pprint.pp({"b": 1, "a": 2}), pprint.pprint(10**9, underscore_numbers=True), pprint.pprint(None), pprint.pprint((1,)), pprint.pprint({1: "a", "b": 2, None: 3}), pprint.pprint([])
printer = pprint.PrettyPrinter(indent=2, width=20)
printer.pprint({"key": [1, 2, 3, 4, 5, 6, 7]})
print(printer.pformat({"a": {"b": "c" * 10}}))
