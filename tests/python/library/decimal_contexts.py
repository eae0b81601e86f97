from decimal import *
import decimal
import threading

print(getcontext())
print(ExtendedContext, BasicContext.traps[Clamped])
ctx = Context(prec=5, rounding=ROUND_UP)
print(ctx.divide(Decimal(1), Decimal(3)), ctx.create_decimal("3.14159265"), ctx.sqrt(Decimal(2)), ctx.add(Decimal("1.00001"), 1), ctx.prec)
with localcontext() as c:
    c.prec = 4
    print(Decimal(2).sqrt(), getcontext().prec)
with localcontext(prec=10, rounding=ROUND_FLOOR) as c:
    print(Decimal(-2) / 3, c.flags[Inexact], c.flags[Rounded])
print(getcontext().prec, getcontext().flags[Inexact], Decimal(1) / 3, getcontext().flags[Inexact])
for mode in (ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, ROUND_05UP):
    print(mode, [str(Decimal(x).quantize(Decimal(1), rounding=mode)) for x in ("2.5", "-2.5", "3.5", "0.1", "-0.1", "5.01")])
c = getcontext()
c.clear_flags()
c.traps[DivisionByZero] = False
c.traps[InvalidOperation] = False
print(Decimal(1) / 0, Decimal(-1) / 0, Decimal(0) / 0, Decimal("x"), Decimal(-4).sqrt(), c.flags[DivisionByZero], c.flags[InvalidOperation])
c.traps[Inexact] = True
try:
    Decimal(1) / 3
except Inexact as e:
    print("Inexact", e, [s.__name__ for s, on in c.flags.items() if on])
c.traps[Inexact] = False
c.traps[FloatOperation] = True
for call in (lambda: Decimal(1.5), lambda: Decimal(1) < 1.5, lambda: Decimal(1) == 1.0):
    try:
        print(call())
    except FloatOperation as e:
        print("FloatOperation", e)
setcontext(Context(prec=3, Emax=5, Emin=-5, traps=[Overflow]))
try:
    Decimal("9.99E5") * 10
except Overflow as e:
    print("Overflow", e)
print(Decimal("1E-5") / 1000, Decimal("1.2345E-5") + 0, getcontext().Etiny(), getcontext().Etop(), getcontext().flags[Underflow])
for bad in (lambda: setattr(getcontext(), "prec", 0), lambda: setattr(getcontext(), "rounding", "UP"), lambda: setcontext(3), lambda: localcontext(x=1), lambda: setattr(getcontext(), "prec", "a")):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
setcontext(DefaultContext)
seen = []


def work():
    seen.append(getcontext().prec)
    getcontext().prec = 50
    seen.append(len(str(Decimal(1) / 3)))


t = threading.Thread(target=work)
t.start()
t.join()
print(seen, getcontext().prec)
a, b = Decimal("-12.34"), Decimal("5.6")
print(a.compare(b), a.copy_sign(b), a.max(b), a.min(b), a.fma(2, b), a.remainder_near(b), a.same_quantum(b), a.scaleb(2), a.logb(), a.number_class(), b.next_plus(), b.next_minus(), b.rotate(1), b.shift(1), a.compare_total(b), a.to_integral_value(), a.copy_abs(), a.is_finite(), Decimal("1011").logical_and(Decimal("1101")))
