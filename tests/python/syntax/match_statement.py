def describe(value):
    match value:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case int() if value < 0:
            return "negative"
        case int():
            return "int"
        case "yes" | "no" as answer:
            return f"answer {answer}"
        case str(text):
            return f"text {text!r}"
        case []:
            return "empty"
        case [only]:
            return f"one {only}"
        case [first, *rest]:
            return f"first {first}, rest {rest}"
        case {"type": "circle", "r": r}:
            return f"circle {r}"
        case {"type": kind, **others}:
            return f"{kind} {others}"
        case None | True | False:
            return "constant"
        case _:
            return "other"


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


for value in [0, 2, -5, 100, "yes", "hm", [], [7], [1, 2, 3], (4, 5), {"type": "circle", "r": 2}, {"type": "box", "w": 1}, None, 2.5]:
    print(describe(value))
match Point(1, 0):
    case Point(0, 0):
        print("origin")
    case Point(x, 0):
        print("on x at", x)
match Point(2, 3):
    case Point(x=a, y=b) if a > b:
        print("below")
    case Point(x=a, y=b):
        print("above", a, b)
match ("go", "north"):
    case ("go", ("north" | "south") as way):
        print("going", way)
