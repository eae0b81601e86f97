class A:
    "A class."
    limit: int = 3

    def __init__(self):
        self.zeta = 1
        self.alpha, (self.mid, other) = 2, (3, 4)
        self.alpha += 1

    def later(self):
        def inner():
            self.deep = 5
        self.named: str = "n"

    @staticmethod
    def s(): ...

    @classmethod
    def c(cls): ...


class B(A):
    pass


class Meta(type):
    def __new__(meta, name, bases, space):
        print(name, list(space))
        return super().__new__(meta, name, bases, space)


def names(cls):
    return {k: v for k, v in vars(cls).items() if not callable(v)}


print(list(A.__dict__), A.__static_attributes__, A.__firstlineno__)
print(B.__dict__)
print({k: str(v).split(" at ")[0] for k, v in vars(A).items() if k in "sc"})


class C(metaclass=Meta):
    here = 1
    print(sorted(locals()))


@lambda c: c
class D:
    __slots__ = ()


print(D.__firstlineno__, names(C), [n for n in dir(B) if n not in dir(object) and n != "__doc__"])
print(A().__dict__, vars(A())["zeta"], "__dict__" in A.__dict__, "__dict__" in B.__dict__, A.__dict__["__dict__"])
