# Properties: inheritance, overriding parts, docs, deleters, on classes, abstract ones, names and errors.
from abc import ABC, abstractmethod


class Temp:
    def __init__(self, c=0):
        self.c = c

    @property
    def c(self):
        "degrees"
        return self._c

    @c.setter
    def c(self, v):
        if v < -273:
            raise ValueError("too cold")
        self._c = v

    @c.deleter
    def c(self):
        print("deleting")
        del self._c

    @property
    def f(self):
        return self.c * 9 / 5 + 32


class Warm(Temp):
    @Temp.c.getter
    def c(self):
        return super().c + 1000

    @property
    def f(self):
        return super().f

    @f.setter
    def f(self, v):
        self.c = (v - 32) * 5 / 9


t, w = Temp(10), Warm(5)
w.f = 212
print(t.c, t.f, w.c, w._c, w.f, Temp.c.__doc__, Temp.c.fget.__name__, type(Temp.c).__name__, Warm.c.fset is Temp.c.fset, Temp.f.fset)
del t.c
for job in (lambda: t.c, lambda: setattr(t, "f", 1), lambda: delattr(t, "f"), lambda: setattr(t, "c", -300), lambda: Temp.c(t), lambda: Temp.c.fget()):
    try:
        print(job())
    except Exception as e:
        print(type(e).__name__, e)


class Base(ABC):
    @property
    @abstractmethod
    def size(self): ...

    @size.setter
    @abstractmethod
    def size(self, v): ...

    @classmethod
    @abstractmethod
    def make(cls): ...

    @staticmethod
    @abstractmethod
    def tool(): ...


class Half(Base):
    size = 5


class Full(Half):
    make = classmethod(lambda cls: cls())
    tool = staticmethod(lambda: "tool")


for cls in (Base, Half):
    try:
        cls()
    except TypeError as e:
        print(e)
print(Full.make().size, Full.tool(), Base.__abstractmethods__ == {"size", "make", "tool"}, sorted(Half.__abstractmethods__), Full.__abstractmethods__)


class Manual:
    def get_x(self):
        return self._x

    def set_x(self, v):
        self._x = v

    x = property(get_x, set_x, doc="manual")
    y = property()


m = Manual()
m.x = 3
print(m.x, Manual.x.__doc__)
for job in (lambda: m.y, lambda: setattr(m, "y", 1), lambda: delattr(m, "x")):
    try:
        print(job())
    except AttributeError as e:
        print(e)


class Raising:
    @property
    def p(self):
        return self.missing

    def __getattr__(self, name):
        return f"fallback for {name}"


print(Raising().p, Raising().q)
