# Classes that say how they are pickled, and what cannot be.
import copyreg
import enum
import pickle
from collections import namedtuple


class Colour(enum.Enum):
    RED = 1


Point = namedtuple("Point", "x y")


class State:
    def __init__(self):
        self.open, self.n = "file", 1

    def __getstate__(self):
        return {"n": self.n}

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.open = "again"


class Args:
    def __new__(cls, a):
        self = super().__new__(cls)
        self.a = a
        return self

    def __getnewargs__(self):
        return (self.a,)


class Ring:
    def __reduce__(self):
        return Ring, (), {"x": 1}


class Complex:
    def __init__(self, v):
        self.v = v


copyreg.pickle(Complex, lambda c: (Complex, (c.v + 1,)))


class Outer:
    class Inner:
        def m(self):
            return "m"


print(pickle.loads(pickle.dumps(State())).__dict__, pickle.loads(pickle.dumps(Args(4))).a, pickle.loads(pickle.dumps(Ring())).x)
print(pickle.loads(pickle.dumps(Complex(1))).v, pickle.loads(pickle.dumps(Colour.RED)) is Colour.RED, pickle.loads(pickle.dumps(Point(1, 2))))
print(pickle.loads(pickle.dumps(Outer.Inner().m))(), pickle.loads(pickle.dumps([].append)).__name__, pickle.loads(pickle.dumps(Outer.Inner)))


def local():
    class Here:
        pass

    return Here()


for o in (lambda: 0, (i for i in []), pickle, local(), open(__file__)):
    try:
        print(pickle.loads(pickle.dumps(o)))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, str(e).split(" at 0x")[0])
