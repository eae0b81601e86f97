import sys

sys.unraisablehook = lambda u: print("ignored:", type(u.exc_value).__name__, u.exc_value, u.object.__qualname__)


class Bad:
    def __del__(self):
        raise ValueError("in del")


b = Bad()
del b
print("goes on")


class Base:
    def __del__(self):
        print("base gone")


class Derived(Base):
    def __del__(self):
        print("derived gone")
        super().__del__()


d = Derived()
d = None


class Saved:
    kept = None

    def __del__(self):
        print("saving")
        Saved.kept = self


s = Saved()
del s
print(Saved.kept is not None)
Saved.kept = None
print("not called again")
