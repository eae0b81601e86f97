# TypedDict, NamedTuple and NewType.
from typing import *


class Movie(TypedDict, total=False):
    title: Required[str]
    year: int


class Rated(Movie):
    stars: int
    note: NotRequired[str]


print(Movie(title="x"), Movie.__required_keys__, Movie.__optional_keys__, Movie.__total__, Movie.__annotations__)
print(sorted(Rated.__required_keys__), sorted(Rated.__optional_keys__), Rated.__total__, is_typeddict(Rated), is_typeddict(dict))
try:
    isinstance({}, Movie)
except TypeError as e:
    print(e)
Point = TypedDict("Point", {"x": int, "y": "int"})
print(Point(x=1, y=2), Point.__annotations__, get_type_hints(Point))


class Employee(NamedTuple):
    """A row."""

    name: str
    id: int = 3

    def shown(self):
        return f"{self.name}#{self.id}"


e = Employee("Guido")
print(e, e.shown(), Employee.__annotations__, Employee._field_defaults, Employee.__doc__, e._replace(id=4), e._asdict())
Old = NamedTuple("Old", [("a", int), ("b", str)])
print(Old(1, "b"), Old._fields, Old.__annotations__)
for text in ("class A(NamedTuple):\n  x: int = 1\n  y: int", "class A(NamedTuple):\n  x: int\n  def _make(self): pass"):
    try:
        exec(text)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
UserId = NewType("UserId", int)
print(UserId, UserId(3) + 1, UserId.__supertype__, UserId.__name__, Optional[UserId])
