# Functions in fixed point: integers that stand for multiples of 10**-p.


def _exact_enough(f, c, directed=False):
    # Rounds what f gives, to more digits until the rounding is certain.
    if not directed:
        c = _half_even(c)
    extra = 3
    while True:
        n, e = f(c.prec + extra)
        size = _digits(abs(n))
        drop = size - c.prec
        if drop > 1:
            half = 5 * 10 ** (drop - 1)
            rest = abs(n) % 10 ** drop
            if extra > 30 or abs(rest - half) > 10 and (not directed or 10 < rest < 10 ** drop - 10):
                break
        elif size > c.prec + 1:
            break
        extra += 6
    d = _make(n < 0, abs(n) * 10 + 1, e - 1)
    return d._fix(c)


def _exp_fixed(x, p):
    # exp(x / 10**p) * 10**p
    unit = 10 ** p
    ln10 = _ln10(p + 5)
    k = x * 10 ** 5 // ln10
    r = x * 10 ** 10 - k * ln10 * 10 ** 5
    p += 10
    unit = 10 ** p
    halvings = int(p ** 0.5) + 2
    r >>= halvings
    total = term = unit
    i = 1
    while term:
        term = term * r // (unit * i)
        total += term
        i += 1
    for _ in range(halvings):
        total = total * total // unit
    return total, k - p


def _exp(d, p):
    # d is not huge; p digits.
    q = p + max(0, d.adjusted()) + 12
    shift = d._e + q
    x = d._n * 10 ** shift if shift >= 0 else d._n // 10 ** -shift
    n, e = _exp_fixed(-x if d._negative else x, q)
    drop = _digits(n) - p - 2
    return (n // 10 ** drop, e + drop) if drop > 0 else (n, e)


_ln_cache = {}


def _atanh_inverse(k, unit):
    # atanh(1/k)
    total = term = unit // k
    square = k * k
    i = 3
    while term:
        term //= square
        total += term // i
        i += 2
    return total


def _ln2(p):
    if ("2", p) not in _ln_cache:
        unit = 10 ** (p + 10)
        _ln_cache["2", p] = 2 * _atanh_inverse(3, unit) // 10 ** 10
    return _ln_cache["2", p]


def _ln10(p):
    if ("10", p) not in _ln_cache:
        unit = 10 ** (p + 10)
        n = 46 * _atanh_inverse(31, unit) + 34 * _atanh_inverse(49, unit) + 20 * _atanh_inverse(161, unit)
        _ln_cache["10", p] = n // 10 ** 10
    return _ln_cache["10", p]


def _ln_fixed(n, e, p):
    # ln(n * 10**e) * 10**p
    size = _digits(n)
    q = p + 10
    unit = 10 ** q
    # m in [0.1, 1), then halved or doubled to be near 1, then roots.
    x = n * 10 ** (q - size) if q >= size else n // 10 ** (size - q)
    twos = 0
    while x * 3 < unit * 2:
        x *= 2
        twos += 1
    from math import isqrt

    roots = 0
    while abs(x - unit) * 1000 > unit and roots < 8:
        x = isqrt(x * unit)
        roots += 1
    y = (x - unit) * unit // (x + unit)
    square = y * y // unit
    total = term = y
    i = 3
    while term and term != -1:
        term = term * square // unit
        total += term // i
        i += 2
    total = total * 2 << roots
    return (total - twos * _ln2(q) + (e + size) * _ln10(q)) // 10 ** 10


def _ln(d, p):
    # Near 1 the result is small: as many more digits.
    gap = d._sub(Decimal(1), Context(5, ROUND_HALF_EVEN, traps=[]))
    more = max(0, -gap.adjusted()) + 5
    q = p + more
    return _ln_fixed(d._n, d._e, q), -q


def _log10(d, p):
    gap = d._sub(Decimal(1), Context(5, ROUND_HALF_EVEN, traps=[]))
    q = p + max(0, -gap.adjusted()) + 10
    return _ln_fixed(d._n, d._e, q) * 10 ** q // _ln10(q), -q


def _power(x, y, c):
    nan = x._nans(y, c)
    if nan is not None:
        return nan
    if y.is_zero():
        if x.is_zero():
            c._happens(InvalidOperation)
            return _NAN
        return Decimal(1)
    whole = y._kind == "" and y == y.to_integral_value()
    odd = whole and y._e <= 0 and int(y) & 1 == 1
    negative = x._negative and odd
    if x._negative and not x.is_zero() and not whole and not (x._kind and y._kind):
        c._happens(InvalidOperation)
        return _NAN
    if x.is_zero():
        return _make(negative, 0, 0, "inf") if y._negative else _make(negative, 0, 0)
    if x._kind:
        return _make(negative, 0, 0) if y._negative else _make(negative, 0, 0, "inf")
    size = x.copy_abs()
    one = size._cmp(Decimal(1))
    if one == 0:
        if y._kind or not whole:
            c._happens(Inexact, Rounded)
            return _make(negative, 10 ** (c.prec - 1), 1 - c.prec)
        if y._negative or size._e == 0:
            e = 0
        else:
            e = max(size._e * int(y), 1 - c.prec)
        return _make(negative, 10 ** -e, e)._fix(c)
    if y._kind:
        return _make(False, 0, 0) if (one > 0) == y._negative else _make(False, 0, 0, "inf")
    if whole and y.adjusted() < 20:
        k = int(y)
        # Small powers are exact before they are rounded.
        if k > 0 and (k * _digits(size._n) <= 4 * c.prec + 200 or k <= 8):
            return _make(negative, size._n ** k, size._e * k)._fix(c)
        n = size._n
        while n % 10 == 0:
            n //= 10
        if k < 0 and n == 1 and -k * abs(size.adjusted()) < 10 ** 9:
            return _make(negative, 1, size.adjusted() * k)._fix(c)
        if k < 0 and -k * _digits(size._n) <= 4 * c.prec + 200:
            power = _make(False, n ** -k, (size._e + _digits(size._n) - _digits(n)) * -k)
            return _make(negative, 1, 0)._div(power, c)
    magnitude = abs(size.adjusted() + 1) or 1
    if y.adjusted() + _digits(magnitude) > _digits(c.Emax) + 4:
        grows = (one > 0) != y._negative
        return _make(negative, 1, c.Emax + 1 if grows else c.Etiny() - 1)._fix(c)

    def power(p):
        q = p + max(0, y.adjusted()) + _digits(magnitude) + 10
        gap = size._sub(Decimal(1), Context(5, ROUND_HALF_EVEN, traps=[]))
        r = q + max(0, -gap.adjusted()) + 5
        log = _ln_fixed(size._n, size._e, r)
        n = log * y._n * (-1 if y._negative else 1)
        shift = y._e
        n = n * 10 ** shift if shift >= 0 else n // 10 ** -shift
        return _exp(_make(n < 0, abs(n), -r), p)

    d = _exact_enough(power, c, True)
    return _make(negative, d._n, d._e, d._kind)
