# Functions, methods and built-ins have __call__ and __get__.
def f(a, b=2):
    return a, b


class A:
    def m(self, x):
        return x

    @classmethod
    def c(cls):
        return cls.__name__

    @staticmethod
    def s():
        return "static"

    def __call__(self):
        return 9


print(f.__call__(3), f.__call__(1, b=5), (lambda: 1).__call__(), A().m.__call__(4), A.c.__call__(), A.s.__call__())
print(hasattr(print, "__call__"), hasattr(A, "__call__"), hasattr(3, "__call__"), hasattr(f, "__call__"), hasattr([].append, "__call__"))
print(len.__call__([1, 2]), A.__call__(A()), type.__call__(A)(), f.__get__(5)(), type(f).__call__(f, 2))
print([name for name in ("f", "len", "A", "x") if hasattr(globals().get(name, 0), "__call__")])
print(list(map(f.__call__, [1, 2])), sorted([3, 1], key=(lambda v: -v).__call__))
for call in (lambda: int.__hash__(), lambda: str.upper(), lambda: list.append(), lambda: f.__call__()):
    try:
        print(call())
    except TypeError as e:
        print(e)
print(object.__delattr__, list.append, int.__add__, str.join, object.__str__, type.__call__, dict.get)
