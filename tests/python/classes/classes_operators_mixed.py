class Money:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"Money({self.n})"

    def __add__(self, other):
        if isinstance(other, Money):
            return Money(self.n + other.n)
        if isinstance(other, int):
            return Money(self.n + other)
        return NotImplemented

    def __radd__(self, other):
        print("radd", other)
        return self + other

    def __sub__(self, other):
        return NotImplemented

    def __mul__(self, k):
        return Money(self.n * k)

    def __iadd__(self, other):
        print("iadd")
        self.n += other
        return self

    def __lt__(self, other):
        return self.n < other.n if isinstance(other, Money) else NotImplemented

    def __eq__(self, other):
        return self.n == other.n if isinstance(other, Money) else NotImplemented


class Bonus(Money):
    def __radd__(self, other):
        return f"bonus radd {other}"


m = Money(5)
print(m + Money(2), m + 3, 4 + m, m * 2, sum([m, m]))
print(m + Bonus(1), Bonus(1) + m)
m += 10
print(m)
for f in (lambda: m + "x", lambda: m - m, lambda: m - 1, lambda: 1 - m, lambda: 2 * m, lambda: m < 3, lambda: m > "a"):
    try:
        print(f())
    except TypeError as error:
        print(error)
print(m == Money(15), m == 15, m != Money(15), 15 == m, m < Money(20), m > Money(20))
try:
    hash(m)
except TypeError as error:
    print(error)
try:
    m -= 1
except TypeError as error:
    print(error)
m *= 2
print(m, sorted([Money(3), Money(1), Money(2)]), max(Money(1), Money(9)))
