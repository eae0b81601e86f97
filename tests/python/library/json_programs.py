import json
from dataclasses import dataclass, asdict, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from collections import namedtuple, OrderedDict


@dataclass
class Item:
    name: str
    price: float
    tags: list = field(default_factory=list)


class Color(Enum):
    RED = 1


Point = namedtuple("Point", "x y")
print(json.dumps(asdict(Item("pen", 1.5, ["a"]))), json.dumps([Point(1, 2)]), json.dumps({"k": Point(1, 2)._asdict()}))


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, (date, datetime)):
            return o.isoformat()
        if isinstance(o, Decimal):
            return str(o)
        if isinstance(o, Enum):
            return o.name
        if isinstance(o, (set, frozenset)):
            return sorted(o)
        if hasattr(o, "__dict__"):
            return vars(o)
        return super().default(o)


data = {"when": datetime(2024, 5, 6, 7, 8), "day": date(2024, 1, 1), "price": Decimal("1.10"), "color": Color.RED, "tags": {"b", "a"}, "item": Item("pen", 2.0)}
text = json.dumps(data, cls=Encoder, indent=2, sort_keys=True)
print(text)


def revive(d):
    if set(d) == {"name", "price", "tags"}:
        return Item(**d)
    return d


print(json.loads(text, object_hook=revive)["item"], json.loads('{"b": 1, "a": 2}', object_pairs_hook=OrderedDict), json.loads('{"a": 1, "a": 2}', object_pairs_hook=lambda p: p), json.loads("[1.10, 2]", parse_float=Decimal, parse_int=float))
print(json.dumps({"a": 1}, indent=0), json.dumps([1, [2, {"a": 3}]], indent=1), json.dumps({"ключ": "значение"}, ensure_ascii=False), json.dumps({1: 1, True: 2, None: 3, 1.5: 4}), json.dumps([1, 2], indent="--"), sep="\n")
for bad in ("[1, 2", "{'a': 1}", '{"a" 1}', "[1,, 2]", "tru", "{1: 2}", "[1]]", "\n\n  [1,\n x]", '{"a": 1, }'):
    try:
        json.loads(bad)
    except ValueError as e:
        print(type(e).__name__, e)
for bad in (lambda: json.dumps(data), lambda: json.dumps({("a",): 1}), lambda: json.dumps(1j), lambda: json.dumps({"a": {1, 2}})):
    try:
        bad()
    except TypeError as e:
        print("TypeError", e)
