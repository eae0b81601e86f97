# Enumerations that are checked, and flags with values outside.
from enum import *


class Weekday(Enum):
    MONDAY = 1
    TUESDAY = 2

    @classmethod
    def today(cls):
        return cls.MONDAY

    def next(self):
        return Weekday(self.value % 2 + 1)


print(dir(Weekday.MONDAY), Weekday.MONDAY.next(), Weekday.today())
for boundary in (STRICT, CONFORM, EJECT, KEEP):

    class Bits(Flag, boundary=boundary):
        A = 1
        B = 2

    try:
        print(repr(Bits(9)), repr(Bits(3)), repr(Bits(1) | Bits(2)))
    except ValueError as e:
        print(e)
try:
    @verify(UNIQUE)
    class Colour(Enum):
        RED = 1
        CRIMSON = 1
except ValueError as e:
    print(e)
try:
    @verify(CONTINUOUS)
    class Gaps(IntEnum):
        ONE = 1
        TWO = 2
        FIVE = 5
except ValueError as e:
    print(e)
try:
    @verify(NAMED_FLAGS)
    class Named(Flag):
        RED = 1
        WHITE = 15
        NEON = 31
except ValueError as e:
    print(e)
