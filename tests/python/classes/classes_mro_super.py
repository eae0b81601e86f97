# Method resolution: diamonds, cooperative super(), explicit super, super in class methods and nested functions, conflicts.
class Root:
    def __init__(self, **kw):
        print("Root", kw)

    def who(self):
        return ["Root"]

    @classmethod
    def make(cls):
        return "Root.make:" + cls.__name__


class A(Root):
    def __init__(self, a=0, **kw):
        print("A", a)
        super().__init__(**kw)

    def who(self):
        return ["A"] + super().who()


class B(Root):
    def __init__(self, b=0, **kw):
        print("B", b)
        super().__init__(**kw)

    def who(self):
        return ["B"] + super().who()

    @classmethod
    def make(cls):
        return "B:" + super().make()


class C(A, B):
    def __init__(self, **kw):
        print("C")
        super().__init__(**kw)

    def who(self):
        def inner():
            return super(C, self).who()

        return ["C"] + inner() + [m for m in [super(A, self).who()]]

    @staticmethod
    def helper():
        return super(C, C).make()


c = C(a=1, b=2)
print(c.who(), [k.__name__ for k in C.__mro__], C.make(), C.helper(), C.mro() == list(C.__mro__))
print(super(A, c).who(), super(B, C).make(), super(C, c).__thisclass__.__name__, super(C, c).__self__ is c)
for bases in ((A, Root), (Root, A), (A, A), (int, str)):
    try:
        print(type("X", bases, {}).__mro__[1].__name__)
    except TypeError as e:
        print(str(e).replace("\n", " "))
try:
    super().x
except RuntimeError as e:
    print(e)
try:
    super(A, 5)
except TypeError as e:
    print(e)


print(isinstance(c, B), issubclass(C, (int, A)), C.__bases__, Root.__subclasses__(), c.__class__ is C)
c.__class__ = A
print(c.who(), type(c).__name__)
