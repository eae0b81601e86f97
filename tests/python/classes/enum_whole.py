from enum import *
class Color(Enum):
    RED = 1
    GREEN = auto()
    ALIAS = 1
    @property
    def pretty(self): return self.name.title()
    @classmethod
    def default(cls): return cls.RED
print(Color.RED, repr(Color.GREEN), Color(2), Color["RED"], Color.ALIAS is Color.RED, list(Color), len(Color), Color.__members__, Color.RED.pretty, Color.default(), Color.RED in Color, 1 in Color, 5 in Color)
def t(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: Color(9)); t(lambda: Color["X"]); t(lambda: Color.X); t(lambda: setattr(Color, "RED", 3)); t(lambda: Color.RED < Color.GREEN); t(lambda: Color()); t(lambda: delattr(Color, "RED"))
class Num(IntEnum):
    A = 1; B = 2
print(Num.A + 1, Num.A < Num.B, Num.A == 1, f"{Num.A}", str(Num.A), repr(Num.A), format(Num.B, "03d"), int(Num.B), [10, 20, 30][Num.A], sorted([Num.B, Num.A]))
class S(StrEnum):
    LOW = auto(); HIGH = "high!"
print(S.LOW, repr(S.HIGH), S.LOW == "low", S.HIGH.upper(), f"{S.LOW:>6}", "low" in S)
class P(Flag):
    R = auto(); W = auto(); X = auto(); RW = R | W
print(P.R | P.X, repr(P.RW), P.R in P.RW, ~P.R, P.R & P.W, bool(P.R & P.W), P(5), repr(P(0)), list(P.RW), P.RW.value, P.R ^ P.RW, len(P.RW), P.RW.name, P(7))
t(lambda: P(8)); t(lambda: P["Z"])
class I(IntFlag):
    A = 1; B = 2; C = 4
print(I.A | I.B, repr(I.A | 8), I(3), repr(I(12)), I.A | 4, ~I.A, I.A + 1, I(0), list(I(5)), I.B in I(3))
try:
    @unique
    class U(Enum):
        A = 1; B = 1
except ValueError as e: print(e)
class Planet(Enum):
    EARTH = (5.97, 6.37); MARS = (0.642, 3.39)
    def __init__(self, mass, radius): self.mass = mass; self.radius = radius
    def __str__(self): return f"<{self.name}>"
print(Planet.EARTH, Planet.MARS.mass, Planet.EARTH.value, repr(Planet.MARS), Planet((5.97, 6.37)))
class Auto(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values): return name.lower()
    ONE = auto(); TWO = auto()
print(list(Auto), Enum("Animal", "CAT DOG"), list(Enum("An", ["C", "D"])), Enum("M", {"x": 5}).x.value, IntEnum("N", "P Q").Q + 1)
class Miss(Enum):
    A = "a"
    @classmethod
    def _missing_(cls, value): return cls.A if value == "any" else None
print(Miss("any")); t(lambda: Miss("no"))
class Mem(Enum):
    x = member(3); y = nonmember(4)
    def f(self): pass
print(list(Mem), Mem.y, Color.RED.name, Color.RED.value, hash(Color.RED) == hash("RED"), {Color.RED: 1}[Color.RED], type(Color.RED), isinstance(Color.RED, Color), Color.__name__, dir(Color)[:3])
import pickle, copy; print(pickle.loads(pickle.dumps(Color.RED)) is Color.RED, copy.deepcopy(Color.GREEN) is Color.GREEN, verify(UNIQUE)(Num).A)
