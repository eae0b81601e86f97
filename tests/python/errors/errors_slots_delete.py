# Deleting what is not there: of slots, of instances with a dict; unbound variables have no name attribute.
class Slotted:
    __slots__ = ("a",)


class Child(Slotted):
    __slots__ = ()


class Loose(Slotted):
    pass


def attempt(act, named=True):
    try:
        act()
    except AttributeError as e:
        print(type(e).__name__, e, e.name if named else "")


for make in (Slotted, Child, Loose):
    it = make()
    attempt(lambda: delattr(it, "a"))
    attempt(lambda: delattr(it, "b"), make is not Loose)
    it.a = 1
    del it.a
    attempt(lambda: it.a)
    attempt(lambda: setattr(it, "b", 2))


def late():
    try:
        print(value)
        value = 3
    except UnboundLocalError as e:
        print(e, e.name)


late()
