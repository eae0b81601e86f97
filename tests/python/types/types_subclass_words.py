# Errors name the class of the value, also when it derives from a built-in type.
class Keys(list):
    def __missing__(self, key):
        return key * 2


class Names(dict):
    pass


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e, sep=": ")


show(lambda: [1, 2][Keys()])
show(lambda: Keys()["k"])
show(lambda: hash(Keys()))
show(lambda: {Names(): 1})
show(lambda: Keys[int])
show(lambda: Names[str, int])
show(lambda: type([].append).__name__)
show(lambda: ([].append.__self__, [].append.__name__))
show(lambda: 1 in [].append)
show(lambda: object.__new__([1]))


class Failure(Exception):
    pass


def clear(x):
    del x[0]


show(lambda: clear(Failure()))
show(lambda: type("C", (int,), {"__slots__": ("only",)}))
