# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__, and attributes of methods and classes.
class Log:
    def __init__(self):
        self.real = 1

    def __getattr__(self, name):
        if name.startswith("x"):
            return f"made {name}"
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self)

    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)

    def __dir__(self):
        return ["z", "a"]


class All:
    v = 5

    def __getattribute__(self, name):
        print("get", name)
        return object.__getattribute__(self, name)

    def method(self):
        return self.v


log = Log()
log.y = 2
del log.y
print(log.real, log.x1, dir(log), getattr(log, "nope", "default"), hasattr(log, "xx"), hasattr(log, "yy"), vars(log))
try:
    log.reel
except AttributeError as e:
    print(e, e.name, e.obj is log)
print(All().method())


class Frozen:
    def __init__(self):
        object.__setattr__(self, "v", 1)

    def __setattr__(self, name, value):
        raise AttributeError(f"{name} is read-only")


f = Frozen()
try:
    f.v = 2
except AttributeError as e:
    print(e, f.v)
f.__dict__["v"] = 3
print(f.v)


def func():
    "doc of func"


func.counter = 0
func.counter += 1
print(func.counter, func.__dict__, func.__doc__, func.__name__, func.__qualname__, func.__module__, func.__defaults__)


class C:
    def m(self):
        "doc of m"


C.m.tag = "t"
print(C().m.tag, C.m.__qualname__, C().m.__func__ is C.m, C().m.__doc__, C().m.__name__)
for job in (lambda: setattr(C().m, "a", 1), lambda: C().nothing, lambda: C.nothing, lambda: (5).x, lambda: setattr(5, "x", 1), lambda: delattr(C(), "q"), lambda: setattr(int, "x", 1), lambda: None.x):
    try:
        job()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
