from decimal import Decimal, ROUND_HALF_UP, ROUND_HALF_EVEN, getcontext, localcontext
import math

prices = [Decimal("19.99"), Decimal("5.49"), Decimal("0.99")]
subtotal = sum(prices)
tax = (subtotal * Decimal("0.0825")).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
print(subtotal, tax, subtotal + tax, f"{subtotal + tax:>10,.2f}", f"${subtotal:.1f}", f"{tax!r}", f"{Decimal('-1234.5'):+,.3f}", f"{Decimal(7):03d}" if False else f"{Decimal(7):05}")
print([str(Decimal(x).quantize(Decimal("0.1"), ROUND_HALF_EVEN)) for x in ("0.25", "0.35", "-0.25", "0.05")], [str(round(Decimal(x), 1)) for x in ("0.25", "0.35")])
balance = Decimal("1000")
for year in range(1, 4):
    balance = (balance * Decimal("1.035")).quantize(Decimal("1e-2"))
    print(year, balance)
share, rest = divmod(Decimal("100.00"), 3)
print(share, rest, Decimal("100") / 3, (Decimal("100") / 3).quantize(Decimal(".0001")), Decimal("1e3") == 1000, Decimal("12.30").normalize(), Decimal("1200").normalize(), format(Decimal("1200").normalize(), "f"))
print(math.floor(Decimal("2.7")), math.ceil(Decimal("2.1")), math.trunc(Decimal("-2.7")), math.sqrt(Decimal(16)), int(Decimal("1e2")), Decimal("3") ** 2, pow(Decimal(2), 3), max(prices), min(prices), sorted(prices)[0])
def pi():
    with localcontext() as ctx:
        ctx.prec += 2
        three = Decimal(3)
        lasts, t, s, n, na, d, da = 0, three, 3, 1, 0, 0, 24
        while s != lasts:
            lasts = s
            n, na = n + na, na + 8
            d, da = d + da, da + 32
            t = (t * n) / d
            s += t
    return +s


print(pi(), Decimal("0.1") * 3 == Decimal("0.3"), 0.1 * 3 == 0.3, Decimal.from_float(0.1), Decimal(str(0.1)), Decimal(0.5), bool(Decimal("0.0")), Decimal("-0") == 0, str(-Decimal(0)))
getcontext().prec = 50
print(Decimal(2).sqrt(), Decimal(1).exp(), Decimal(3).ln(), Decimal("0.001").log10(), Decimal(2) ** Decimal("0.1"), Decimal(1) / 7)
print({Decimal("1.0"), Decimal("1"), 1, 1.0}, [Decimal(1), 2.5].count(1), Decimal(1) in (1.0,), hash(Decimal("0.5")) == hash(0.5), Decimal("1.5").as_tuple(), Decimal("Infinity") > 10**100, Decimal("-Infinity") < 0, Decimal("Infinity") + 1)
