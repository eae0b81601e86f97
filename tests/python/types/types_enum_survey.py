from enum import *
class Color(Enum):
    RED = auto(); GREEN = auto(); BLUE = 'b'
    @property
    def nice(self): return self.name.title()
    @classmethod
    def default(cls): return cls.RED
print(list(Color), Color.RED, repr(Color.BLUE), Color('b'), Color['GREEN'].nice, Color.default())
print(Color.__members__)
for f in (lambda: Color(9), lambda: Color['X'], lambda: setattr(Color, 'RED', 3), lambda: delattr(Color, 'RED'), lambda: Color.PINK):
    try: f()
    except Exception as e: print(type(e).__name__, e)
class Perm(Flag):
    R = 4; W = 2; X = 1
    RW = R | W
print(Perm.R | Perm.X, repr(Perm.RW), Perm(7), Perm.RW & Perm.W, ~Perm.R, list(Perm.RW), Perm(0), Perm.R in Perm.RW, len(Perm.RW), bool(Perm(0)))
try: Perm(8)
except ValueError as e: print(e)
class Num(IntEnum):
    A = 1; B = 2
print(Num.A + 1, Num.B > Num.A, f"{Num.A}", f"{Num.A:>5}", str(Num.A), repr(Num.A), Num.A == 1, sorted([Num.B, Num.A]), '%d' % Num.B)
class S(StrEnum):
    FOO = auto(); BAR = 'baz'
print(S.FOO, repr(S.FOO), S.FOO == 'foo', S.BAR.upper(), f'{S.FOO!r}')
try:
    @unique
    class V(Enum):
        A=1; B=1; C=1
except ValueError as e: print(e)
class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)
    def __init__(self, mass, radius):
        self.mass = mass; self.radius = radius
    @property
    def g(self): return 6.67300E-11 * self.mass / (self.radius * self.radius)
print(Planet.EARTH.g, Planet.EARTH, Planet(Planet.EARTH.value))
class Status(Enum):
    OK = 200
    @classmethod
    def _missing_(cls, v):
        return cls.OK if v == 'ok' else None
print(Status('ok'))
try: Status('no')
except ValueError as e: print(e)
Animal = Enum('Animal', 'ANT BEE CAT')
print(list(Animal), Animal.ANT.value, Animal.__name__)
class A2(IntFlag):
    X=1;Y=2
print(A2.X|A2.Y, repr(A2(3)), A2(8), repr(A2(9)), A2.X|8)
print(Color.RED.__class__, type(Color), Color.RED in Color, 'b' in Color, isinstance(Color.RED, Color))
try:
    class Sub(Color): pass
except TypeError as e: print(e)
print(dir(Color))
print(Color.RED is Color(1), Color.RED.name, Color.RED._value_, Color.__doc__)
class W(Enum):
    a = member(1); b = nonmember(2)
