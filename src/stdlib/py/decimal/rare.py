# What is asked of decimals now and then; and rounding.


def _round(n, digits, rounding, negative):
    # Drops `digits` digits of the integer n; whether anything but zeros went.
    if digits <= 0:
        return n * 10 ** -digits, False
    if digits > _digits(n) + 1:
        n, digits = int(n > 0), 2
    unit = 10 ** digits
    q, r = divmod(n, unit)
    if r == 0:
        return q, False
    twice = 2 * r
    if rounding == ROUND_HALF_EVEN:
        up = twice > unit or (twice == unit and q & 1)
    elif rounding == ROUND_HALF_UP:
        up = twice >= unit
    elif rounding == ROUND_HALF_DOWN:
        up = twice > unit
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_CEILING:
        up = not negative
    elif rounding == ROUND_FLOOR:
        up = negative
    else:
        up = q % 5 == 0
    return (q + 1 if up else q), True


def _digits(n):
    if n < 10:
        return 1
    guess = n.bit_length() * 30103 // 100000
    return guess + 1 if n >= 10 ** guess else guess


def _make(negative, n, e, kind=""):
    d = object.__new__(Decimal)
    d._negative = negative
    d._n = n
    d._e = e
    d._kind = kind
    return d


class _Rare:
    __slots__ = ()

    def is_nan(self):
        return self._kind in ("nan", "snan")

    def is_qnan(self):
        return self._kind == "nan"

    def is_snan(self):
        return self._kind == "snan"

    def is_infinite(self):
        return self._kind == "inf"

    def is_finite(self):
        return not self._kind

    def is_signed(self):
        return self._negative

    def is_zero(self):
        return not self._kind and self._n == 0

    def is_canonical(self):
        return True

    def canonical(self):
        return self

    def is_normal(self, context=None):
        return not self._kind and self._n != 0 and self.adjusted() >= (context or getcontext()).Emin

    def is_subnormal(self, context=None):
        return not self._kind and self._n != 0 and self.adjusted() < (context or getcontext()).Emin

    def number_class(self, context=None):
        if self._kind:
            return {"nan": "NaN", "snan": "sNaN", "inf": "-Infinity" if self._negative else "+Infinity"}[self._kind]
        sign = "-" if self._negative else "+"
        if self._n == 0:
            return sign + "Zero"
        return sign + ("Subnormal" if self.is_subnormal(context) else "Normal")

    def radix(self):
        return Decimal(10)

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return Decimal(0)

    def conjugate(self):
        return self

    def remainder_near(self, other, context=None):
        c = context or getcontext()
        other = _other(other)
        nan = self._nans(other, c)
        if nan is not None:
            return nan
        if self._kind or (not other._kind and other._n == 0):
            c._happens(InvalidOperation)
            return _NAN
        if other._kind:
            return self._fix(c)
        e = min(self._e, other._e)
        b = other._n * 10 ** (other._e - e)
        q, r = divmod(self._n * 10 ** (self._e - e), b)
        if q >= 10 ** c.prec:
            c.flags[InvalidOperation] = True
            if c.traps[InvalidOperation]:
                raise InvalidOperation([DivisionImpossible])
            return _NAN
        negative = self._negative
        if 2 * r > b or (2 * r == b and q & 1):
            r = b - r
            negative = not negative
        return _make(negative, r, e)._fix(c)

    def fma(self, other, third, context=None):
        c = context or getcontext()
        other, third = _other(other), _other(third)
        if self._kind or other._kind or third._kind:
            if self._kind == "snan" or other._kind == "snan" or third._kind == "snan":
                return self._nans(other, c) or third._nans(None, c)
            return self._mul(other, c)._add(third, c)
        product = _make(self._negative != other._negative, self._n * other._n, self._e + other._e)
        return product._add(third, c)

    def compare_signal(self, other, context=None):
        other = _other(other)
        if self.is_nan() or other.is_nan():
            (context or getcontext())._happens(InvalidOperation)
        return self.compare(other, context)

    def compare_total(self, other, context=None):
        other = _other(other)
        rank = {"": 0, "inf": 1, "snan": 2, "nan": 3}
        if self._negative != other._negative:
            return Decimal(-1 if self._negative else 1)
        a, b = rank[self._kind], rank[other._kind]
        if a == b == 0:
            x = self._cmp(other)
            if x:
                return Decimal(x)
            a, b = self._e, other._e
        elif a == b:
            a, b = self._n, other._n
        x = (a > b) - (a < b)
        return Decimal(-x if self._negative else x)

    def compare_total_mag(self, other, context=None):
        return self.copy_abs().compare_total(_other(other).copy_abs())

    def _pick(self, other, context, sign, magnitude):
        c = context or getcontext()
        other = _other(other)
        if self.is_nan() or other.is_nan():
            if self._kind == "nan" and not other.is_nan():
                return other._fix(c)
            if other._kind == "nan" and not self.is_nan():
                return self._fix(c)
            return self._nans(other, c)
        x = self.copy_abs()._cmp(other.copy_abs()) if magnitude else self._cmp(other)
        if x == 0:
            x = self._cmp(other) or int(self.compare_total(other))
        return (self if x * sign > 0 or x == 0 else other)._fix(c)

    def max(self, other, context=None):
        return self._pick(other, context, 1, False)

    def min(self, other, context=None):
        return self._pick(other, context, -1, False)

    def max_mag(self, other, context=None):
        return self._pick(other, context, 1, True)

    def min_mag(self, other, context=None):
        return self._pick(other, context, -1, True)

    def copy_abs(self):
        return _make(False, self._n, self._e, self._kind)

    def copy_negate(self):
        return _make(not self._negative, self._n, self._e, self._kind)

    def copy_sign(self, other, context=None):
        return _make(_other(other)._negative, self._n, self._e, self._kind)

    def same_quantum(self, other, context=None):
        other = _other(other)
        if self._kind or other._kind:
            return self.is_nan() and other.is_nan() or self._kind == other._kind == "inf"
        return self._e == other._e

    def to_integral_exact(self, rounding=None, context=None):
        c = context or getcontext()
        d = self.to_integral_value(rounding, c)
        if not self._kind and self._e < 0:
            c._happens(Rounded) if d == self else c._happens(Inexact, Rounded)
        return d

    def normalize(self, context=None):
        c = context or getcontext()
        d = self.__pos__(context=c) if not self.is_zero() else self
        if d._kind:
            return d
        if d._n == 0:
            return _make(d._negative, 0, 0)
        n, e = d._n, d._e
        top = c.Emax if not c.clamp else c.Etop()
        while n % 10 == 0 and e < top:
            n //= 10
            e += 1
        return _make(d._negative, n, e)

    def scaleb(self, other, context=None):
        c = context or getcontext()
        other = _other(other)
        nan = self._nans(other, c)
        if nan is not None:
            return nan
        if other._kind or other._e != 0 or other._n > 2 * (c.Emax + c.prec):
            c._happens(InvalidOperation)
            return _NAN
        return self if self._kind else _make(self._negative, self._n, self._e + int(other))._fix(c)

    def logb(self, context=None):
        c = context or getcontext()
        nan = self._nans(None, c)
        if nan is not None:
            return nan
        if self._kind:
            return _make(False, 0, 0, "inf")
        if self._n == 0:
            c._happens(DivisionByZero)
            return _make(True, 0, 0, "inf")
        return Decimal(self.adjusted())._fix(c)

    def _moved(self, other, c, rotate):
        other = _other(other)
        nan = self._nans(other, c)
        if nan is not None:
            return nan
        if other._kind or other._e != 0 or other._n > c.prec:
            c._happens(InvalidOperation)
            return _NAN
        if self._kind:
            return self
        k = int(other)
        digits = str(self._n)[-c.prec:].rjust(c.prec, "0")
        if rotate:
            digits = digits[k:] + digits[:k] if k >= 0 else digits[k:] + digits[:k]
        elif k >= 0:
            digits = (digits + "0" * k)[-c.prec:]
        else:
            digits = digits[:k] or "0"
        return _make(self._negative, int(digits), self._e)

    def shift(self, other, context=None):
        return self._moved(other, context or getcontext(), False)

    def rotate(self, other, context=None):
        return self._moved(other, context or getcontext(), True)

    def next_plus(self, context=None):
        return self._neighbour(context or getcontext(), ROUND_CEILING)

    def next_minus(self, context=None):
        return self._neighbour(context or getcontext(), ROUND_FLOOR)

    def _neighbour(self, c, rounding):
        nan = self._nans(None, c)
        if nan is not None:
            return nan
        up = rounding == ROUND_CEILING
        if self._kind:
            if self._negative == up:
                return _make(self._negative, 10 ** c.prec - 1, c.Etop())
            return self
        c = Context(c.prec, rounding, c.Emin, c.Emax, c.capitals, c.clamp, [], [])
        d = self._fix(c)
        if d != self:
            return d
        return self._add(_make(not up, 1, c.Etiny() - 1), c)

    def next_toward(self, other, context=None):
        c = context or getcontext()
        other = _other(other)
        nan = self._nans(other, c)
        if nan is not None:
            return nan
        x = self._cmp(other)
        if x == 0:
            return self.copy_sign(other)
        d = self.next_plus(c) if x < 0 else self.next_minus(c)
        if d._kind:
            c._happens(Overflow, Inexact, Rounded)
        elif d.adjusted() < c.Emin:
            c._happens(Underflow, Subnormal, Rounded, Inexact, *([] if d._n else [Clamped]))
        return d

    def _logical(self, other, c, op):
        for d in (self, other):
            if d._kind or d._negative or d._e or set(str(d._n)) - {"0", "1"}:
                c._happens(InvalidOperation)
                return _NAN
        a, b = str(self._n)[-c.prec:].rjust(c.prec, "0"), str(other._n)[-c.prec:].rjust(c.prec, "0")
        return _make(False, int("".join([str(op(int(x), int(y))) for x, y in zip(a, b)])), 0)

    def logical_and(self, other, context=None):
        return self._logical(_other(other), context or getcontext(), lambda x, y: x & y)

    def logical_or(self, other, context=None):
        return self._logical(_other(other), context or getcontext(), lambda x, y: x | y)

    def logical_xor(self, other, context=None):
        return self._logical(_other(other), context or getcontext(), lambda x, y: x ^ y)

    def logical_invert(self, context=None):
        c = context or getcontext()
        return self._logical(_make(False, int("1" * c.prec), 0), c, lambda x, y: x ^ y)

    def sqrt(self, context=None):
        c = context or getcontext()
        nan = self._nans(None, c)
        if nan is not None:
            return nan
        if self.is_zero():
            return _make(self._negative, 0, self._e // 2)._fix(c)
        if self._negative:
            c._happens(InvalidOperation)
            return _NAN
        if self._kind:
            return self
        from math import isqrt

        ideal = self._e // 2
        n, e = self._n, self._e
        if e & 1:
            n *= 10
            e -= 1
        shift = c.prec + 2 - (_digits(n) + 1) // 2
        if shift > 0:
            n *= 100 ** shift
            e -= 2 * shift
        root = isqrt(n)
        e //= 2
        if root * root == n:
            while e < ideal and root % 10 == 0:
                root //= 10
                e += 1
        else:
            root = root * 10 + 1
            e -= 1
        c = _half_even(c)
        return _make(False, root, e)._fix(c)

    def exp(self, context=None):
        c = context or getcontext()
        nan = self._nans(None, c)
        if nan is not None:
            return nan
        if self._kind:
            return _make(False, 0, 0) if self._negative else self
        if self._n == 0:
            return Decimal(1)
        if self.adjusted() > len(str(3 * (c.Emax + c.prec))) + 1:
            return (_make(False, 1, c.Etiny() - 1) if self._negative else _make(False, 1, c.Emax + 1))._fix(_half_even(c))
        return _exact_enough(lambda p: _exp(self, p), c)

    def ln(self, context=None):
        c = context or getcontext()
        special = self._log_special(c)
        if special is not None:
            return special
        if self._cmp(Decimal(1)) == 0:
            return Decimal(0)
        return _exact_enough(lambda p: _ln(self, p), c)

    def log10(self, context=None):
        c = context or getcontext()
        special = self._log_special(c)
        if special is not None:
            return special
        n = self._n
        if n == 10 ** (_digits(n) - 1):
            return Decimal(self._e + _digits(n) - 1)._fix(c)
        return _exact_enough(lambda p: _log10(self, p), c)

    def _log_special(self, c):
        nan = self._nans(None, c)
        if nan is not None:
            return nan
        if self.is_zero():
            return _make(True, 0, 0, "inf")
        if self._negative:
            c._happens(InvalidOperation)
            return _NAN
        return self if self._kind else None


