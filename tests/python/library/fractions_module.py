from fractions import Fraction
from decimal import Decimal
import math
import numbers

print(Fraction(3, 4), repr(Fraction(-6, 8)), Fraction("3/7"), Fraction(" -1.25e1 "), Fraction(0.5), Fraction(Decimal("1.1")), Fraction(), Fraction("7"), Fraction(5))
a, b = Fraction(1, 3), Fraction(3, 4)
print(a + b, a - b, a * b, a / b, b // a, b % a, divmod(b, a), a ** 2, a ** -2, 2 ** Fraction(1, 2), Fraction(4, 9) ** Fraction(1, 2), -a, abs(-b), +a)
print(a + 1, 1 - a, 2 * b, 1 / b, a + 0.5, 0.5 * b, b == 0.75, a < b, a >= 1, Fraction(1, 2) == Decimal("0.5"), max(a, b), a == 1 / 3)
print(Fraction(math.pi).limit_denominator(1000), Fraction(math.cos(math.pi / 3)).limit_denominator(), Fraction.from_float(0.25), Fraction.from_decimal(Decimal("0.2")))
print(round(Fraction(7, 2)), round(Fraction(5, 2)), round(Fraction(22, 7), 2), math.floor(Fraction(-7, 2)), math.ceil(Fraction(-7, 2)), int(Fraction(-7, 2)), float(Fraction(1, 8)), math.trunc(Fraction(7, 2)))
print(hash(Fraction(1, 2)) == hash(0.5), hash(Fraction(3)) == hash(3), {Fraction(1, 2): "half"}[0.5], bool(Fraction(0)), Fraction(6, 4).numerator, Fraction(6, 4).denominator, Fraction(4, 2).is_integer(), Fraction(3, 2).as_integer_ratio())
print(f"{Fraction(22, 7):.4f} {Fraction(1, 3):.2%} {Fraction(1000000, 3):,.1f} {Fraction(1, 3):>10} {Fraction(10, 5):_} {Fraction(1, 300):.3e} {Fraction(-1, 3):+.1f}")
print(sum([Fraction(1, n) for n in range(1, 11)]), sorted([Fraction(1, 2), Fraction(1, 3), 0.4]), isinstance(a, numbers.Rational), isinstance(1, numbers.Integral), isinstance(1.5, numbers.Real), isinstance(2j, numbers.Complex), isinstance(Decimal(1), numbers.Number), isinstance(1.5, numbers.Rational))
for call in (lambda: Fraction(1, 0), lambda: Fraction("abc"), lambda: Fraction(1.5, 2), lambda: Fraction([1]), lambda: Fraction("1/0"), lambda: a / 0, lambda: a + "x", lambda: Fraction(0) ** -1, lambda: a.limit_denominator(0), lambda: Fraction(float("nan")), lambda: a + Decimal(1), lambda: format(a, "q")):
    try:
        print(call())
    except (ZeroDivisionError, ValueError, TypeError) as e:
        print(type(e).__name__, e)


class Money(numbers.Number):
    pass


print(isinstance(Money(), numbers.Number), a.conjugate(), a.real, a.imag, complex(a), (1).numerator, Fraction(1, 3) + 1j)
try:
    numbers.Integral()
except TypeError as e:
    print(str(e)[:50])
