# Descriptors: data before instance, instance before non-data, names, deletion, on classes and through super().
class Data:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = "_" + name

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        return ("data", obj.__dict__.get(self.name))

    def __set__(self, obj, value):
        if value < 0:
            raise ValueError(f"{self.name[1:]} must be >= 0")
        obj.__dict__[self.name] = value

    def __delete__(self, obj):
        print("delete", self.name)
        del obj.__dict__[self.name]


class NonData:
    def __get__(self, obj, cls=None):
        return ("nondata", obj is None, cls.__name__)


class C:
    d = Data()
    n = NonData()

    def __init__(self):
        self.d = 1


class D(C):
    @property
    def n(self):
        return ("property over", super().n)


c = C()
c.__dict__["d"] = "hidden"
print(c.d, c.n, C.n, type(C.d).__name__)
c.n = "instance"
print(c.n, c.__dict__)
del c.n, c.d
print(c.d, c.n, c.__dict__, D().n)
try:
    c.d = -1
except ValueError as e:
    print(e)
try:
    D().n = 1
except AttributeError as e:
    print(e)


class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name}: expected {self.kind.__name__}, got {value!r}")
        obj.__dict__[self.name] = value


class P:
    x = Typed(int)
    s = Typed(str)


p = P()
p.x = 3
print(p.x, "s" in p.__dict__, type(p.s).__name__)
try:
    p.s = 5
except TypeError as e:
    print(e)
f = C.__init__
print(f.__get__(c, C).__self__ is c, property(lambda self: 9).__get__(c, C), classmethod(lambda k: k.__name__).__get__(None, D)())
pr = D.__dict__["n"]
print(pr.fset, pr.fget.__name__, isinstance(pr, property), staticmethod(len).__get__(c)("abc"))
