import functools


@functools.total_ordering
class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    __rmul__ = __mul__

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __eq__(self, other):
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)

    def __lt__(self, other):
        return abs(self) < abs(other)

    def __hash__(self):
        return hash((self.x, self.y))

    def __bool__(self):
        return self.x != 0 or self.y != 0

    def __iter__(self):
        yield self.x
        yield self.y

    def __getitem__(self, index):
        return (self.x, self.y)[index]

    def __str__(self):
        return f"<{self.x}, {self.y}>"

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"

    def __format__(self, spec):
        return f"{self.x:{spec}}/{self.y:{spec}}"

    def __iadd__(self, other):
        self.x += other.x
        self.y += other.y
        return self

    def __matmul__(self, other):
        return self.x * other.x + self.y * other.y

    def __call__(self, scale):
        return self * scale

    def __contains__(self, value):
        return value in (self.x, self.y)

    def __len__(self):
        return 2


a, b = Vector(3, 4), Vector(1, 2)
print(a + b, a - b, a * 2, 3 * b, -a, abs(a), a @ b, a(10))
print(a == Vector(3, 4), a != b, a < b, a > b, a >= b, a <= a, bool(Vector(0, 0)), hash(a) == hash(Vector(3, 4)))
print([a, b], str(a), f"{a}", f"{a!r}", f"{a:.1f}", "%s %r" % (a, b), list(a), a[0], 4 in a, len(a))
original = a
a += b
print(a, original is a, {Vector(1, 1): "one"}[Vector(1, 1)], max([b, a]), sorted([a, b]), sum([b, b], Vector(0, 0)))
for attempt in (lambda: a + 5, lambda: 5 - a, lambda: a["k"], lambda: a < 5, lambda: 1 + "a", lambda: "a" + 1, lambda: [] + (), lambda: {} < {}, lambda: -"x", lambda: 1 @ 2):
    try:
        print(attempt())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Matrix:
    def __init__(self):
        self.cells = {}

    def __setitem__(self, key, value):
        self.cells[key] = value

    def __getitem__(self, key):
        return self.cells.get(key, 0)

    def __delitem__(self, key):
        del self.cells[key]


m = Matrix()
m[1, 2] = 5
m[0, 0] += 7
print(m[1, 2], m[9, 9], m[0, 0], m.cells)
del m[1, 2]
print(m.cells)


class Radd:
    def __radd__(self, other):
        return f"radd {other}"

    def __index__(self):
        return 2

    def __int__(self):
        return 42

    def __float__(self):
        return 1.5


r = Radd()
print(1 + r, [10, 20, 30][r], int(r), float(r), "ab" * 1 + "c", range(5)[r], hex(r))
