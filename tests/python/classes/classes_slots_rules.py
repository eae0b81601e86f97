# __slots__: what it forbids, inheritance, __dict__ in slots, class attributes and conflicts.
class P:
    __slots__ = ("x", "y")

    def __init__(self, x, y=0):
        self.x, self.y = x, y


class Q(P):
    __slots__ = ["z"]


class R(P):
    pass


class S:
    __slots__ = ("a", "__dict__")


p, q, r, s = P(1, 2), Q(3), R(4), S()
q.z = 5
r.extra = 6
s.a, s.b = 1, 2
print(p.x, p.y, q.x, q.z, s.a, s.b, P.__slots__, Q.__slots__)
print(hasattr(p, "__dict__"), hasattr(q, "__dict__"), hasattr(r, "__dict__"))
for job in (
    lambda: setattr(p, "w", 1),
    lambda: setattr(q, "w", 1),
    lambda: p.__dict__,
    lambda: Q.z.__get__(q),
    lambda: S().a,
    lambda: delattr(P(1), "x"),
    lambda: P.x.__set__(p, 9) or p.x,
):
    try:
        print(job())
    except AttributeError as e:
        print(e)
del p.y
try:
    p.y
except AttributeError as e:
    print(e)
try:

    class Bad:
        __slots__ = ("v",)
        v = 1

except ValueError as e:
    print(e)
print(type(P.x).__name__, P.x.__name__, P.x)


class T:
    __slots__ = {"documented": "a slot with a text"}


t = T()
t.documented = 1
print(t.documented, sorted(T.__slots__))

