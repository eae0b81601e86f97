class Lazy:
    def __init__(self):
        self.log = []

    def __getattr__(self, name):
        if name.startswith("get_"):
            return lambda: name[4:]
        raise AttributeError(f"no {name}")

    def __setattr__(self, name, value):
        if name != "log":
            self.log.append(name)
        super().__setattr__(name, value)


lazy = Lazy()
lazy.a = 1
print(lazy.get_up(), lazy.a, lazy.log, hasattr(lazy, "zzz"))
try:
    lazy.other
except AttributeError as error:
    print(error)


class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return getattr(obj, self.name)

    def __set__(self, obj, value):
        if value <= 0:
            raise ValueError(f"{self.name[1:]} must be positive")
        setattr(obj, self.name, value)


class Box:
    width = Positive()
    height = Positive()

    def __init__(self, width, height):
        self.width, self.height = width, height


box = Box(2, 3)
print(box.width * box.height)
try:
    Box(1, -1)
except ValueError as error:
    print(error)


class Singleton:
    _instance = None

    def __new__(cls, *args):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance


print(Singleton() is Singleton())


class Meta(type):
    def __new__(mcs, name, bases, namespace):
        namespace["created_by"] = mcs.__name__
        return super().__new__(mcs, name, bases, namespace)

    def __call__(cls, *args):
        print("making", cls.__name__)
        return super().__call__(*args)


class Made(metaclass=Meta):
    pass


print(Made.created_by, type(Made).__name__, isinstance(Made(), Made))
Dynamic = type("Dynamic", (Box,), {"area": lambda self: self.width * self.height})
print(Dynamic(4, 5).area(), Dynamic.__name__)


class Temperature:
    def __init__(self, c):
        self.c = c

    def __eq__(self, other):
        return self.c == other.c


try:
    hash(Temperature(1))
except TypeError as error:
    print(error)
print(Temperature(1) == Temperature(1), Temperature(1) != Temperature(2))


class Outer:
    class Inner:
        value = 5

    def make(self):
        return Outer.Inner()


print(Outer().make().value, Outer.Inner.__qualname__)
print(type(3).__name__, type("s"), type(None), type([]), type(print).__name__, type(len), type(lambda: 0), type(Outer), int, ValueError)
