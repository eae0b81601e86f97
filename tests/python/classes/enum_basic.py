from enum import Enum, IntEnum, auto


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3

    def pretty(self):
        return self.name.title()


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Step(Enum):
    FIRST = auto()
    SECOND = auto()


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color.BLUE.pretty())
print(Color(2), Color["GREEN"], [c.name for c in Color], len(Color), Color.RED is Color(1), Color.RED == Color.GREEN, Color.RED in Color)
print(Level.HIGH > Level.LOW, Level.HIGH + 1, sorted([Level.HIGH, Level.LOW]) == [1, 10], Step.SECOND.value, isinstance(Color.RED, Color))
print({Color.RED: "r"}[Color.RED], f"{Color.RED}", f"{Level.LOW}")
try:
    Color(9)
except ValueError as error:
    print(error)
