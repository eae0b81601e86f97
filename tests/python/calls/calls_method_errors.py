class Shape:
    def __init__(self, name, *, sides=0):
        self.name, self.sides = name, sides

    def area(self, scale):
        return scale

    @classmethod
    def make(cls, name):
        return cls(name)

    @staticmethod
    def helper(x):
        return x


class Empty:
    pass


class Checked:
    def __init__(self):
        return 5


def attempt(call):
    try:
        print(call())
    except TypeError as error:
        print(error)


attempt(lambda: Shape())
attempt(lambda: Shape("a", 3))
attempt(lambda: Shape("a", side=3))
attempt(lambda: Shape("a").area())
attempt(lambda: Shape("a").area(1, 2))
attempt(lambda: Shape.area(1))
attempt(lambda: Shape.make())
attempt(lambda: Shape.make("x").name)
attempt(lambda: Shape.helper())
attempt(lambda: Shape("a").helper(4))
attempt(lambda: Empty(1))
attempt(lambda: Empty(a=1))
attempt(lambda: Checked())
attempt(lambda: Empty()())
for thing in (5, "text", None, [1, 2], {}, 2.5, ...):
    attempt(lambda: thing(1))
