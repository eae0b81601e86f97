# Decimal: the numbers.


class Decimal(_Rare):
    __slots__ = ("_negative", "_n", "_e", "_kind")

    def __new__(cls, value="0", context=None):
        if context is not None and not isinstance(context, Context):
            raise TypeError("optional argument must be a context")
        if isinstance(value, float):
            (context or getcontext())._happens(FloatOperation)
            d = cls.from_float(value)
        else:
            d = cls._read(value, context or getcontext())
        if cls is not Decimal and type(d) is not cls:
            made = object.__new__(cls)
            made._negative, made._n, made._e, made._kind = d._negative, d._n, d._e, d._kind
            return made
        return d

    @classmethod
    def _read(cls, value, context):
        if isinstance(value, Decimal):
            return value if type(value) is Decimal else _make(value._negative, value._n, value._e, value._kind)
        if isinstance(value, int):
            return _make(value < 0, abs(int(value)), 0)
        if isinstance(value, str):
            d = _parse(value)
            if d is None:
                context._happens(InvalidOperation) if not context.traps[InvalidOperation] else _syntax(context)
                return _NAN
            if abs(d._e) > 999999999999999999:
                context._happens(InvalidOperation)
                return _NAN
            return d
        if isinstance(value, (tuple, list)):
            return _from_tuple(value)
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            d = _make(f < 0, abs(int(f)), 0)
        elif not isinstance(f, float):
            raise TypeError("argument must be int or float")
        elif f != f:
            d = _NAN
        elif f in (float("inf"), float("-inf")):
            d = _make(f < 0, 0, 0, "inf")
        else:
            n, unit = abs(f).as_integer_ratio()
            k = unit.bit_length() - 1
            d = _make(str(f)[0] == "-", n * 5 ** k, -k)
        return d if cls is Decimal else cls(d)

    def adjusted(self):
        return 0 if self._kind else self._e + _digits(self._n) - 1

    def as_tuple(self):
        exponent = {"": self._e, "inf": "F", "nan": "n", "snan": "N"}[self._kind]
        digits = (0,) if self._kind == "inf" else () if self._kind and not self._n else tuple([int(c) for c in str(self._n)])
        return DecimalTuple(int(self._negative), digits, exponent)

    def as_integer_ratio(self):
        if self._kind == "inf":
            raise OverflowError("cannot convert Infinity to integer ratio")
        if self._kind:
            raise ValueError("cannot convert NaN to integer ratio")
        from math import gcd

        n, d = (self._n * 10 ** self._e, 1) if self._e >= 0 else (self._n, 10 ** -self._e)
        g = gcd(n, d) or 1
        return (-n // g if self._negative else n // g), d // g

    def __complex__(self):
        return complex(float(self))

    def __repr__(self):
        return f"Decimal('{self._text(False, getcontext())}')"

    def __str__(self):
        return self._text(False, getcontext())

    def to_eng_string(self, context=None):
        return self._text(True, context or getcontext())

    def _text(self, eng, context):
        sign = "-" if self._negative else ""
        if self._kind:
            if self._kind == "inf":
                return sign + "Infinity"
            return sign + ("NaN" if self._kind == "nan" else "sNaN") + (str(self._n) if self._n else "")
        digits = str(self._n)
        e = self._e
        left = e + len(digits)
        if e <= 0 and left > -6:
            dot = left
        elif not eng:
            dot = 1
        elif self._n == 0:
            dot = (left + 1) % 3 - 1
        else:
            dot = (left - 1) % 3 + 1
        if dot <= 0:
            whole, fraction = "0", "." + "0" * -dot + digits
        elif dot >= len(digits):
            whole, fraction = digits + "0" * (dot - len(digits)), ""
        else:
            whole, fraction = digits[:dot], "." + digits[dot:]
        exponent = "" if left == dot else ("E" if context.capitals else "e") + f"{left - dot:+d}"
        return sign + whole + fraction + exponent

    def __format__(self, spec, context=None):
        if context is None:
            context = getcontext()
        return _format(self, spec, context)

    def __int__(self):
        if self._kind == "inf":
            raise OverflowError("cannot convert Infinity to integer")
        if self._kind:
            raise ValueError("cannot convert NaN to integer")
        n = self._n * 10 ** self._e if self._e >= 0 else self._n // 10 ** -self._e
        return -n if self._negative else n

    __trunc__ = __int__

    def __float__(self):
        if self._kind == "snan":
            raise ValueError("cannot convert signaling NaN to float")
        if self._kind:
            return float(("-" if self._negative else "") + self._kind)
        if self.adjusted() > 400:
            return float("-inf" if self._negative else "inf")
        return float(str(self))

    def __bool__(self):
        return bool(self._kind) or self._n != 0

    def __hash__(self):
        if self._kind == "snan":
            raise TypeError("Cannot hash a signaling NaN value")
        if self._kind == "nan":
            return object.__hash__(self)
        if self._kind == "inf":
            return -314159 if self._negative else 314159
        p = (1 << 61) - 1
        h = self._n * pow(10, self._e, p) % p if self._e >= 0 else self._n * pow(pow(10, p - 2, p), -self._e, p) % p
        h = -h if self._negative else h
        return -2 if h == -1 else h

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def _fix(self, c):
        if self._kind:
            return self
        n, e = self._n, self._e
        tiny = c.Emin - c.prec + 1
        top = c.Emax if not c.clamp else c.Emax - c.prec + 1
        if n == 0:
            fixed = min(max(e, tiny), top)
            if fixed != e:
                c._happens(Clamped)
                return _make(self._negative, 0, fixed)
            return self if type(self) is Decimal else _make(self._negative, n, e)
        size = _digits(n)
        if size <= c.prec and tiny <= e and e + size - 1 <= c.Emax and not c.clamp:
            return self if type(self) is Decimal else _make(self._negative, n, e)
        least = size + e - c.prec
        if e + size - 1 > c.Emax:
            c._happens(Overflow, Inexact, Rounded)
            return _overflow(self._negative, c)
        subnormal = least < tiny
        if subnormal:
            least = tiny
        if e < least:
            n, inexact = _round(n, least - e, c.rounding, self._negative)
            e = least
            if _digits(n) > c.prec:
                n //= 10
                e += 1
            if e + _digits(n) - 1 > c.Emax:
                c._happens(Overflow, Inexact, Rounded)
                return _overflow(self._negative, c)
            signals = [Rounded]
            if inexact:
                signals.append(Inexact)
            if subnormal:
                signals.append(Subnormal)
                if inexact:
                    signals.append(Underflow)
            if n == 0:
                signals.append(Clamped)
            c._happens(*signals)
            return _make(self._negative, n, e)
        if subnormal or e + size - 1 < c.Emin:
            c._happens(Subnormal)
        if c.clamp and e > top:
            c._happens(Clamped)
            return _make(self._negative, n * 10 ** (e - top), top)
        return self if type(self) is Decimal else _make(self._negative, n, e)

    def _nans(self, other, c):
        # The result of an operation on a NaN, or None.
        if not self._kind and (other is None or not other._kind):
            return None
        for d in (self, other):
            if d is not None and d._kind == "snan":
                c._happens(InvalidOperation)
                return _make(d._negative, d._n, 0, "nan")
        for d in (self, other):
            if d is not None and d._kind == "nan":
                return d
        return None

    def _add(self, other, c):
        nan = self._nans(other, c)
        if nan is not None:
            return nan
        if self._kind or other._kind:
            if self._kind and other._kind and self._negative != other._negative:
                c._happens(InvalidOperation)
                return _NAN
            return self if self._kind else other
        e = min(self._e, other._e)
        if self._n == 0 or other._n == 0:
            if self._n == 0 and other._n == 0:
                negative = self._negative and other._negative
                if self._negative != other._negative and c.rounding == ROUND_FLOOR:
                    negative = True
                return _make(negative, 0, e)._fix(c)
            full = other if self._n == 0 else self
            least = max(e, full._e - (c.prec + 2) if full._e - e > c.prec + 2 else e)
            return _make(full._negative, full._n * 10 ** (full._e - least), least)._fix(c)
        a, b = self, other
        far = a.adjusted() - b.adjusted()
        if abs(far) > c.prec + 3 + max(_digits(a._n), _digits(b._n)):
            # The small one only decides how the large one is rounded.
            if far < 0:
                a, b = b, a
            least = min(a._e, a.adjusted() - c.prec - 2)
            b = _make(b._negative, 1, least - 1)
            e = least - 1
        x = a._n * 10 ** (a._e - e) * (-1 if a._negative else 1)
        y = b._n * 10 ** (b._e - e) * (-1 if b._negative else 1)
        n = x + y
        if n == 0:
            return _make(c.rounding == ROUND_FLOOR, 0, e)._fix(c)
        return _make(n < 0, abs(n), e)._fix(c)

    def _sub(self, other, c):
        if self._kind or other._kind:
            nan = self._nans(other, c)
            if nan is not None:
                return nan
        return self._add(_make(not other._negative, other._n, other._e, other._kind), c)

    def _mul(self, other, c):
        nan = self._nans(other, c)
        if nan is not None:
            return nan
        negative = self._negative != other._negative
        if self._kind or other._kind:
            if self.is_zero() or other.is_zero():
                c._happens(InvalidOperation)
                return _NAN
            return _make(negative, 0, 0, "inf")
        return _make(negative, self._n * other._n, self._e + other._e)._fix(c)

    def _div(self, other, c):
        nan = self._nans(other, c)
        if nan is not None:
            return nan
        negative = self._negative != other._negative
        if self._kind:
            if other._kind:
                c._happens(InvalidOperation)
                return _NAN
            return _make(negative, 0, 0, "inf")
        if other._kind:
            c._happens(Clamped)
            return _make(negative, 0, c.Emin - c.prec + 1)
        if other._n == 0:
            if self._n == 0:
                if c.traps[InvalidOperation]:
                    c.flags[InvalidOperation] = True
                    raise InvalidOperation([DivisionUndefined])
                c._happens(InvalidOperation)
                return _NAN
            c._happens(DivisionByZero)
            return _make(negative, 0, 0, "inf")
        e = self._e - other._e
        if self._n == 0:
            return _make(negative, 0, e)._fix(c)
        shift = _digits(other._n) - _digits(self._n) + c.prec + 1
        e -= shift
        if shift >= 0:
            q, r = divmod(self._n * 10 ** shift, other._n)
        else:
            q, r = divmod(self._n, other._n * 10 ** -shift)
        if r:
            # Keeps the rounding right.
            if q % 5 == 0:
                q += 1
        else:
            ideal = self._e - other._e
            while e < ideal and q % 10 == 0:
                q //= 10
                e += 1
        return _make(negative, q, e)._fix(c)

    def _divmod(self, other, c, what):
        nan = self._nans(other, c)
        if nan is not None:
            return (nan, nan) if what == "both" else nan
        negative = self._negative != other._negative
        if self._kind:
            if other._kind or what != "//":
                if what == "both" and not other._kind:
                    c._happens(InvalidOperation)
                    return _make(negative, 0, 0, "inf"), _NAN
                c._happens(InvalidOperation)
                return (_NAN, _NAN) if what == "both" else _NAN
            return _make(negative, 0, 0, "inf")
        if other._kind:
            q, r = _make(negative, 0, 0), None if what == "//" else self._fix(c)
        elif other._n == 0:
            if self._n == 0:
                signal = DivisionUndefined
            elif what == "//":
                c._happens(DivisionByZero)
                return _make(negative, 0, 0, "inf")
            elif what == "both":
                c._happens(DivisionByZero, InvalidOperation)
                return _make(negative, 0, 0, "inf"), _NAN
            else:
                signal = InvalidOperation
            c.flags[InvalidOperation] = True
            if c.traps[InvalidOperation]:
                raise InvalidOperation([signal])
            return (_NAN, _NAN) if what == "both" else _NAN
        else:
            e = min(self._e, other._e)
            if self._n and self.adjusted() - other.adjusted() > c.prec:
                whole = None
            else:
                whole, rest = divmod(self._n * 10 ** (self._e - e), other._n * 10 ** (other._e - e))
            if whole is None or whole >= 10 ** c.prec:
                c.flags[InvalidOperation] = True
                if c.traps[InvalidOperation]:
                    raise InvalidOperation([DivisionImpossible])
                return (_NAN, _NAN) if what == "both" else _NAN
            q = _make(negative, whole, 0)
            r = None if what == "//" else _make(self._negative, rest, e)._fix(c)
        return q if what == "//" else r if what == "%" else (q, r)

    def __neg__(self, context=None):
        c = context or getcontext()
        nan = self._nans(None, c)
        if nan is not None:
            return nan
        negative = not self._negative
        if self.is_zero() and c.rounding != ROUND_FLOOR:
            negative = False
        return _make(negative, self._n, self._e, self._kind)._fix(c)

    def __pos__(self, context=None):
        c = context or getcontext()
        nan = self._nans(None, c)
        if nan is not None:
            return nan
        negative = self._negative
        if self.is_zero() and c.rounding != ROUND_FLOOR:
            negative = False
        return _make(negative, self._n, self._e, self._kind)._fix(c)

    def __abs__(self, round=True, context=None):
        c = context or getcontext()
        nan = self._nans(None, c)
        return nan if nan is not None else _make(False, self._n, self._e, self._kind)._fix(c)

    def __divmod__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else self._divmod(other, getcontext(), "both")

    def __rdivmod__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other._divmod(self, getcontext(), "both")

    def __pow__(self, other, modulo=None, context=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        c = context or getcontext()
        if modulo is not None:
            modulo = _other(modulo)
            if self._e < 0 and self != self.to_integral_value() or modulo.is_zero() or other._negative:
                c._happens(InvalidOperation)
                return _NAN
            return Decimal(pow(int(self), int(other), int(modulo)))
        return _power(self, other, c)

    def __rpow__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else _power(other, self, getcontext())

    def _cmp(self, other):
        if self._kind or other._kind:
            a = (-1 if self._negative else 1) if self._kind else 0
            b = (-1 if other._negative else 1) if other._kind else 0
            return (a > b) - (a < b)
        if self._n == 0 or other._n == 0:
            a = 0 if self._n == 0 else -1 if self._negative else 1
            b = 0 if other._n == 0 else -1 if other._negative else 1
            return (a > b) - (a < b)
        if self._negative != other._negative:
            return -1 if self._negative else 1
        sign = -1 if self._negative else 1
        a, b = self.adjusted(), other.adjusted()
        if a != b:
            return sign if a > b else -sign
        e = min(self._e, other._e)
        a, b = self._n * 10 ** (self._e - e), other._n * 10 ** (other._e - e)
        return sign * ((a > b) - (a < b))

    def _comparable(self, other, equality=False):
        if isinstance(other, Decimal):
            return other
        if isinstance(other, int):
            return Decimal(other)
        if isinstance(other, float):
            c = getcontext()
            if equality:
                c.flags[FloatOperation] = True
            else:
                c._happens(FloatOperation)
            return Decimal.from_float(other)
        if isinstance(other, _numbers.Rational):
            return other
        if equality and isinstance(other, complex) and other.imag == 0:
            return Decimal.from_float(other.real)
        return NotImplemented

    def _versus(self, other):
        if isinstance(other, Decimal):
            return self._cmp(other)
        if self._kind:
            return -1 if self._negative else 1
        n, d = self.as_integer_ratio()
        a, b = n * other.denominator, other.numerator * d
        return (a > b) - (a < b)

    def __eq__(self, other):
        other = self._comparable(other, True)
        if other is NotImplemented:
            return other
        if self.is_nan() or (isinstance(other, Decimal) and other.is_nan()):
            if self._kind == "snan" or getattr(other, "_kind", "") == "snan":
                getcontext()._happens(InvalidOperation)
            return False
        return self._versus(other) == 0

    def _order(self, other, test):
        other = self._comparable(other)
        if other is NotImplemented:
            return other
        if self.is_nan() or (isinstance(other, Decimal) and other.is_nan()):
            getcontext()._happens(InvalidOperation)
            return False
        return test(self._versus(other))

    def __lt__(self, other):
        return self._order(other, lambda x: x < 0)

    def __le__(self, other):
        return self._order(other, lambda x: x <= 0)

    def __gt__(self, other):
        return self._order(other, lambda x: x > 0)

    def __ge__(self, other):
        return self._order(other, lambda x: x >= 0)

    def compare(self, other, context=None):
        other = _other(other)
        nan = self._nans(other, context or getcontext())
        return nan if nan is not None else Decimal(self._cmp(other))

    def quantize(self, exp, rounding=None, context=None):
        c = context or getcontext()
        exp = _other(exp)
        if rounding is None:
            rounding = c.rounding
        elif rounding not in _ROUNDINGS:
            c.rounding = rounding
        nan = self._nans(exp, c)
        if nan is not None:
            return nan
        if self._kind or exp._kind:
            if self._kind and exp._kind:
                return self
            c._happens(InvalidOperation)
            return _NAN
        if self._n and self._e - exp._e + _digits(self._n) > c.prec:
            c._happens(InvalidOperation)
            return _NAN
        d = self._rescale(exp._e, rounding)
        if not c.Emin - c.prec + 1 <= exp._e <= c.Emax or _digits(d._n) > c.prec or (d._n and d.adjusted() > c.Emax):
            c._happens(InvalidOperation)
            return _NAN
        signals = []
        if exp._e > self._e and self._n:
            signals.append(Rounded)
            if d._cmp(self):
                signals.append(Inexact)
        if d._n and d.adjusted() < c.Emin:
            signals.append(Subnormal)
        c._happens(*signals)
        return d

    def _rescale(self, e, rounding):
        if self._n == 0:
            return _make(self._negative, 0, e)
        n, _ = _round(self._n, e - self._e, rounding, self._negative)
        return _make(self._negative, n, e)

    def to_integral_value(self, rounding=None, context=None):
        c = context or getcontext()
        nan = self._nans(None, c)
        if nan is not None:
            return nan
        if self._kind or self._e >= 0:
            return self
        return self._rescale(0, rounding or c.rounding)

    to_integral = to_integral_value

    def __round__(self, n=None):
        if n is None:
            if self._kind == "inf":
                raise OverflowError("cannot convert Infinity to integer")
            if self._kind:
                raise ValueError("cannot convert NaN to integer")
            return int(self._rescale(0, ROUND_HALF_EVEN))
        return self.quantize(_make(False, 1, -n))

    def __floor__(self):
        int(self)
        return int(self._rescale(0, ROUND_FLOOR))

    def __ceil__(self):
        int(self)
        return int(self._rescale(0, ROUND_CEILING))


def _syntax(context):
    context.flags[InvalidOperation] = True
    raise InvalidOperation([ConversionSyntax])


_NAN = _make(False, 0, 0, "nan")
Decimal.__module__ = Context.__module__ = "decimal"
_numbers.Number.register(Decimal)


def _operand(v):
    if isinstance(v, Decimal):
        return v
    if isinstance(v, int):
        return _make(v < 0, abs(int(v)), 0)
    return NotImplemented


def _other(v):
    d = _operand(v)
    if d is NotImplemented:
        raise TypeError(f"conversion from {type(v).__name__} to Decimal is not supported")
    return d


def _binary(name, act):
    def forward(self, other):
        other = _operand(other)
        return other if other is NotImplemented else act(self, other, getcontext())

    def backward(self, other):
        other = _operand(other)
        return other if other is NotImplemented else act(other, self, getcontext())

    setattr(Decimal, f"__{name}__", forward)
    setattr(Decimal, f"__r{name}__", backward)


_binary("add", Decimal._add)
_binary("sub", Decimal._sub)
_binary("mul", Decimal._mul)
_binary("truediv", Decimal._div)
_binary("floordiv", lambda a, b, c: a._divmod(b, c, "//"))
_binary("mod", lambda a, b, c: a._divmod(b, c, "%"))


def _overflow(negative, c):
    r = c.rounding
    if r in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN, ROUND_UP) or r == (ROUND_FLOOR if negative else ROUND_CEILING):
        return _make(negative, 0, 0, "inf")
    return _make(negative, 10 ** c.prec - 1, c.Emax - c.prec + 1)


def _half_even(c):
    made = Context(c.prec, ROUND_HALF_EVEN, c.Emin, c.Emax, c.capitals, c.clamp, [], c.traps)
    object.__setattr__(made, "flags", c.flags)
    return made


