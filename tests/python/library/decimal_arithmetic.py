from decimal import Decimal, getcontext, ROUND_HALF_UP, ROUND_DOWN, InvalidOperation
import decimal

print(Decimal("0.1") + Decimal("0.2"), Decimal(0.1), Decimal("1.10") + 1, 3 - Decimal("0.5"), Decimal("1.20") * Decimal("1.30"))
print(Decimal(1) / Decimal(7), Decimal(22) / 7, -Decimal("1.5") // 2, Decimal("-7") % 3, divmod(Decimal(17), Decimal(5)), Decimal(2) ** 100, Decimal(2) ** -2)
print(Decimal(2).sqrt(), Decimal(1).exp(), Decimal(10).ln(), Decimal(1000).log10(), Decimal(2) ** Decimal("0.5"), Decimal("1E+3").normalize())
print(Decimal("19.995").quantize(Decimal("0.01"), rounding=ROUND_HALF_UP), Decimal("2.675").quantize(Decimal("1.00")), Decimal("7.325").quantize(Decimal(".01"), ROUND_DOWN))
print(round(Decimal("2.5")), round(Decimal("3.5")), round(Decimal("2.345"), 2), int(Decimal("-3.9")), float(Decimal("1.25")), abs(Decimal("-2")), +Decimal("1.000"))
print([Decimal(x) for x in ("1e5", "-0", "  12.50 ", "1_000", "Infinity", "-inf", "nan", "sNaN12")], Decimal((1, (3, 1, 4), -2)), Decimal(-5))
print(Decimal("1.0") == 1, Decimal("1.0") == 1.0, Decimal("0.1") == 0.1, Decimal("1.5") > 1, Decimal("NaN") == Decimal("NaN"), hash(Decimal("1.5")) == hash(1.5), hash(Decimal(10)) == hash(10))
print(sorted([Decimal("3"), Decimal("1.5"), Decimal("-2")]), max(Decimal(1), Decimal("1.5")), sum([Decimal("0.1")] * 10), {Decimal("1.0"): "one"}[1])
print(repr(Decimal("1.10")), str(Decimal("1E-7")), Decimal("0.000001"), Decimal("0.0000001"), Decimal("123E+4"), Decimal("123E4").to_eng_string(), Decimal("0E+3"))
print(Decimal("3.14159").as_tuple(), Decimal("1.25").as_integer_ratio(), Decimal("12.345").adjusted(), Decimal("-0.0").is_signed(), Decimal("1.50").normalize())
print(f"{Decimal('1234567.891'):,.2f}|{Decimal('0.5'):.1%}|{Decimal('3.14159'):10.3f}|{Decimal('42'):>8}|{Decimal('1e10'):E}|{Decimal('2.50'):g}|{Decimal(5):05.1f}")
getcontext().prec = 6
print(Decimal(1) / Decimal(7), Decimal("3.1415926535") + 0, Decimal("3.1415926535"), getcontext().prec)
getcontext().prec = 28
for text in ("abc", "", "1.2.3"):
    try:
        Decimal(text)
    except InvalidOperation as e:
        print(type(e).__name__, e)
for call in (lambda: Decimal(1) / 0, lambda: Decimal(0) / 0, lambda: Decimal("Infinity") - Decimal("Infinity"), lambda: Decimal(-1).sqrt(), lambda: Decimal("1e30").quantize(Decimal("0.01")), lambda: Decimal(1) + 1.5, lambda: Decimal([1]), lambda: Decimal("nan") < 1, lambda: int(Decimal("inf"))):
    try:
        print(call())
    except (ArithmeticError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(isinstance(Decimal(1), decimal.Decimal), issubclass(decimal.DivisionByZero, ZeroDivisionError), decimal.Decimal.__module__, type(Decimal(1)))
