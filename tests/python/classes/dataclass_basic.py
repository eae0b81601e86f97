from dataclasses import asdict, dataclass, field, replace


@dataclass
class Point:
    x: int
    y: int = 0

    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0


@dataclass
class Order:
    name: str
    items: list = field(default_factory=list)
    total: float = field(default=0.0, compare=False)
    secret: str = field(default="x", repr=False)

    def __post_init__(self):
        self.size = len(self.items)


@dataclass
class Child(Point):
    label: str = "none"


p = Point(3, 4)
print(p, p.norm(), p == Point(3, 4), p != Point(1), Point(5), Point(y=2, x=1))
print(sorted([Version(2), Version(1, 5), Version(1, 2)]), Version(1) < Version(2), hash(Version(1, 2)) == hash(Version(1, 2)))
try:
    Version(1).major = 3
except Exception as error:
    print(type(error).__name__, error)
a, b = Order("a"), Order("a", [1], 5.0)
a.items.append(9)
print(a, b, a == Order("a", [9], 100.0), b.size, asdict(b), replace(p, y=10), Child(1, 2, "hi"), Child(1))
try:
    Point()
except TypeError as error:
    print(error)
