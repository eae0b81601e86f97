# Arithmetic hooks: reflected, in-place with and without fallback, subclasses first, NotImplemented, unary, divmod, pow, matmul.
class V:
    def __init__(self, v):
        self.v = v

    def __add__(self, o):
        print("V.__add__", end=" ")
        return V(self.v + o.v) if isinstance(o, V) else NotImplemented

    def __radd__(self, o):
        print("V.__radd__", end=" ")
        return V(o + self.v) if isinstance(o, int) else NotImplemented

    def __repr__(self):
        return f"{type(self).__name__}({self.v})"

    def __eq__(self, o):
        return self.v == o.v if isinstance(o, V) else NotImplemented

    def __lt__(self, o):
        return self.v < o.v if isinstance(o, V) else NotImplemented

    def __matmul__(self, o):
        return ("matmul", o)

    def __divmod__(self, o):
        return ("divmod", o)

    def __rdivmod__(self, o):
        return ("rdivmod", o)

    def __pow__(self, e, m=None):
        return ("pow", e, m)

    def __rpow__(self, b):
        return ("rpow", b)

    def __neg__(self):
        return V(-self.v)

    def __invert__(self):
        return "inverted"

    def __abs__(self):
        return abs(self.v)

    def __round__(self, n=None):
        return ("round", n)

    def __floordiv__(self, o):
        return ("floordiv", o)

    def __trunc__(self):
        return 99


class W(V):
    def __radd__(self, o):
        print("W.__radd__", end=" ")
        return W(1000)


class M:
    def __init__(self, v):
        self.v = v

    def __iadd__(self, o):
        self.v += o
        return self

    def __imatmul__(self, o):
        return "imatmul"


print(V(1) + V(2), 5 + V(2), V(1) + W(2), sum([V(1), V(2)]))
print(V(1) @ 3, divmod(V(1), 2), divmod(7, V(1)), pow(V(2), 3), pow(V(2), 3, 5), 2 ** V(1), V(1) ** 2)
print(-V(1), ~V(1), abs(V(-3)), round(V(1)), round(V(1), 2), V(1) // 2)
m = keep = M(1)
m += 5
print(m is keep, m.v)
m @= 1
print(m)
x = V(1)
x += V(5)
print(x, V(1) == V(1), V(1) != V(2), V(1) == 1, V(2) > V(1), sorted([V(3), V(1)]), max(V(1), V(4)))
for job in (lambda: V(1) + "a", lambda: "a" + V(1), lambda: V(1) - V(2), lambda: V(1) < 3, lambda: V(1) <= V(2), lambda: +V(1), lambda: M(1) + 1, lambda: 3 @ V(1), lambda: V(1) << 2):
    try:
        print(job())
    except TypeError as e:
        print(e)
