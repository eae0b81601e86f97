# Metaclasses: __prepare__, __new__, __init__, __call__, keywords, and operators of classes.
class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print("prepare", name, bases, kw)
        return {"injected": 42}

    def __new__(mcls, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(mcls, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print("init", cls.__name__, kw)
        super().__init__(name, bases, ns)

    def __call__(cls, *args, **kw):
        print("call", cls.__name__, args, kw)
        return super().__call__(*args, **kw)

    def __len__(cls):
        return 7

    def __iter__(cls):
        return iter("xy")

    def __contains__(cls, x):
        return x == "in"

    def __getitem__(cls, key):
        return f"{cls.__name__}[{key!r}]"

    def __getattr__(cls, name):
        if name.startswith("dyn"):
            return name.upper()
        raise AttributeError(f"no {name} here")

    def __instancecheck__(cls, obj):
        return obj == "instance"

    def __subclasscheck__(cls, sub):
        return sub is int

    def __repr__(cls):
        return f"<{cls.__name__} of Meta>"

    @property
    def shout(cls):
        return cls.__name__.upper()


class A(metaclass=Meta, flag=True):
    x = 1

    def __init__(self, v):
        self.v = v


class B(A, extra=2):
    pass


a = B(5)
print(a.v, A.injected, len(A), list(B), "in" in A, B[1:2], A.dynamic, B.shout, A, type(B))
print(isinstance("instance", A), isinstance(3, A), issubclass(int, B), issubclass(B, A), type(a).__mro__)
for name in ("missing", "shout"):
    try:
        print(getattr(a, name))
    except AttributeError as e:
        print(e)
try:
    A.missing
except AttributeError as e:
    print(e)
C = Meta("C", (A,), {"y": 2}, opt=3)
print(C.y, C.__module__, C.__qualname__, C.__bases__)
try:

    class D(A, int, metaclass=type("Other", (type,), {})):
        pass

except TypeError as e:
    print(str(e)[:60])
