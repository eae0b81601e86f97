class Base:
    def __init__(self, **kwargs):
        print("Base", sorted(kwargs))

    def hello(self):
        return ["base"]

    @classmethod
    def create(cls):
        return f"created {cls.__name__}"

    @property
    def size(self):
        return 1


class Left(Base):
    def __init__(self, *, left, **kwargs):
        print("Left", left)
        super().__init__(**kwargs)

    def hello(self):
        return ["left"] + super().hello()


class Right(Base):
    def __init__(self, *, right, **kwargs):
        print("Right", right)
        super().__init__(**kwargs)

    def hello(self):
        return ["right"] + super().hello()

    @property
    def size(self):
        return super().size + 10


class Both(Left, Right):
    def __init__(self):
        super().__init__(left=1, right=2, other=3)

    def hello(self):
        return ["both"] + super().hello()

    @classmethod
    def create(cls):
        return super().create() + "!"

    def later(self):
        return (lambda: super(Both, self).hello())()


b = Both()
print(b.hello(), Both.create(), b.size, b.later())
print([c.__name__ for c in Both.__mro__])
print(super(Left, b).hello())
try:
    super(Right, b).missing
except AttributeError as error:
    print(error)
try:
    super(Both, 5).hello()
except TypeError as error:
    print(error)


def outside():
    return super().hello()


try:
    outside()
except RuntimeError as error:
    print(error)
try:

    class Wrong(Base, Both):
        pass

except TypeError as error:
    print(str(error).split("\n")[0])
