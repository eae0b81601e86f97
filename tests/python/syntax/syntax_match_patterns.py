# match: every kind of pattern, guards, captures, classes with __match_args__, mappings with rest, nesting.
from collections import deque, namedtuple
from dataclasses import dataclass
from enum import Enum


class Color(Enum):
    RED = 1
    BLUE = 2


@dataclass
class Point:
    x: int
    y: int = 0


class Pos:
    __match_args__ = ("a", "b")

    def __init__(self, a, b):
        self.a, self.b = a, b


Pair = namedtuple("Pair", "l r")


def kind(v):
    match v:
        case None | True | False:
            return f"constant {v}"
        case 0 | -1 | 1.5 | 2 + 3j | "text" | b"raw":
            return f"literal {v!r}"
        case Color.RED:
            return "red"
        case Point(x=0, y=0):
            return "origin"
        case Point(0, y) | Point(y, 0) if y > 100:
            return f"far on an axis {y}"
        case Point(x, y):
            return f"point {x} {y}"
        case Pos(1, b=[first, *_]):
            return f"pos {first}"
        case Pair(l=int() as left, r=str(right)):
            return f"pair {left} {right}"
        case [] | ():
            return "empty"
        case [x]:
            return f"one {x}"
        case [int(a), int(b), *rest] if a < b:
            return f"ascending {a} {b} {rest}"
        case [[a, b], [c, d]]:
            return f"nested {a}{b}{c}{d}"
        case ["cmd", ("go" | "run") as verb, *args]:
            return f"command {verb} {args}"
        case [*start, "end"]:
            return f"ends {start}"
        case (a, *_, z):
            return f"ends with {a} {z}"
        case {"type": "user", "name": str(name), **rest}:
            return f"user {name} {rest}"
        case {"items": [first, *_]}:
            return f"items {first}"
        case {}:
            return f"mapping {len(v)}"
        case str() | bytes() as s:
            return f"string {s!r}"
        case int(n) if n > 1000:
            return f"big {n}"
        case list() | set() | float():
            return f"other {type(v).__name__}"
        case _:
            return f"default {type(v).__name__}"


for v in (None, True, 0, -1, 1.5, 2 + 3j, "text", b"raw", Color.RED, Color.BLUE, Point(0, 0), Point(0, 200), Point(3, 4), Pos(1, [7, 8]), Pos(2, 3), Pair(1, "r"), Pair("x", "y")):
    print(kind(v))
for v in ([], (), [9], [1, 2, 3], [[1, 2], [3, 4]], ["cmd", "run", 1], [3, 1, "end"], (9, 8, 7), deque([5, 6]), {"type": "user", "name": "ada", "age": 3}, {"items": [1]}, {}, {"q": 1}, "abc", 5, 5000, {1}, 2.25, range(3), object):
    print(kind(v))
x = 5
match x, "y":
    case int(n), str(s):
        print(n, s)
match = {"match": 1, "case": 2}
print(match["match"])
try:
    match Point(1, 2):
        case Point(1, 2, 3):
            pass
except TypeError as e:
    print(e)
try:
    match 3:
        case int(1, 2):
            pass
except TypeError as e:
    print(e)
