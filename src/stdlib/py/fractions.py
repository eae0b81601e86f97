"""Rational numbers."""

import math as _math
import numbers
import operator as _operator
import re as _re
from decimal import Decimal

__all__ = ["Fraction"]

_TEXT = _re.compile(
    r"\s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<num>\d*|\d+(_\d+)*)"
    r"(?:(?:\s*/\s*(?P<denom>\d+(_\d+)*))?|(?:\.(?P<decimal>\d*|\d+(_\d+)*))?(?:E(?P<exp>[-+]?\d+(_\d+)*))?)\s*\Z",
    _re.IGNORECASE,
)
_GENERAL = _re.compile(
    r"(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ]?)(?P<alt>\#)?(?P<minimumwidth>0|[1-9][0-9]*)?(?P<thousands_sep>[,_])?",
    _re.DOTALL,
)
_FLOAT = _re.compile(
    r"(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ]?)(?P<no_neg_zero>z)?(?P<alt>\#)?(?P<zeropad>0(?=[0-9]))?"
    r"(?P<minimumwidth>[0-9]+)?(?P<thousands_sep>[,_])?(?:\.(?P<precision>[0-9]+))?(?P<kind>[eEfFgG%])",
    _re.DOTALL,
)


def _to_exponent(n, d, exponent, no_neg_zero=False):
    # The fraction rounded half to even to a multiple of 10**exponent: sign and multiple.
    if exponent >= 0:
        d *= 10 ** exponent
    else:
        n *= 10 ** -exponent
    q, r = divmod(n + (d >> 1), d)
    if r == 0 and d & 1 == 0:
        q &= -2
    negative = q < 0 if no_neg_zero else n < 0
    return negative, abs(q)


def _to_figures(n, d, figures):
    if n == 0:
        return False, 0, 1 - figures
    a, b = str(abs(n)), str(d)
    m = len(a) - len(b) + (b <= a)
    exponent = m - figures
    negative, significand = _to_exponent(n, d, exponent)
    if len(str(significand)) == figures + 1:
        significand //= 10
        exponent += 1
    return negative, significand, exponent


def _group(digits, sep, zeros):
    if zeros:
        digits = digits.zfill(zeros if not sep else 3 * zeros // 4 + 1)
    first = 1 + (len(digits) - 1) % 3
    return digits[:first] + "".join([sep + digits[i:i + 3] for i in range(first, len(digits), 3)]) if sep else digits


def _pad(m, sign, body):
    fill = m["fill"] or " "
    align = m["align"] or ">"
    room = fill * (int(m["minimumwidth"] or "0") - len(sign) - len(body))
    if align == "<":
        return sign + body + room
    if align == "^":
        half = len(room) // 2
        return room[:half] + sign + body + room[half:]
    if align == "=":
        return sign + room + body
    return room + sign + body


class Fraction(numbers.Rational):
    """A numerator over a denominator, in lowest terms."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        self = object.__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
            elif isinstance(numerator, numbers.Rational):
                self._numerator, self._denominator = numerator.numerator, numerator.denominator
            elif isinstance(numerator, (float, Decimal)):
                self._numerator, self._denominator = numerator.as_integer_ratio()
            elif isinstance(numerator, str):
                self._numerator, self._denominator = cls._read(numerator)
            else:
                raise TypeError("argument should be a string or a Rational instance")
            return self
        if not (isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational)):
            raise TypeError("both arguments should be Rational instances")
        n = numerator.numerator * denominator.denominator
        d = denominator.numerator * numerator.denominator
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        g = _math.gcd(n, d)
        if d < 0:
            g = -g
        self._numerator, self._denominator = n // g, d // g
        return self

    @classmethod
    def _read(cls, text):
        m = _TEXT.match(text)
        if m is None:
            raise ValueError(f"Invalid literal for Fraction: {text!r}")
        n = int(m.group("num") or "0")
        denom = m.group("denom")
        if denom:
            d = int(denom)
        else:
            d = 1
            decimal = m.group("decimal")
            if decimal:
                decimal = decimal.replace("_", "")
                n = n * 10 ** len(decimal) + int(decimal)
                d *= 10 ** len(decimal)
            exp = m.group("exp")
            if exp:
                exp = int(exp)
                if exp >= 0:
                    n *= 10 ** exp
                else:
                    d *= 10 ** -exp
        if m.group("sign") == "-":
            n = -n
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        g = _math.gcd(n, d)
        return n // g, d // g

    @classmethod
    def from_float(cls, f):
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls._of(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        if isinstance(dec, numbers.Integral):
            dec = Decimal(int(dec))
        elif not isinstance(dec, Decimal):
            raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})")
        return cls._of(*dec.as_integer_ratio())

    @classmethod
    def _of(cls, n, d):
        self = object.__new__(cls)
        self._numerator, self._denominator = n, d
        return self

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction._of(p1, q1)
        return Fraction._of(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return f"{type(self).__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def __format__(self, spec, /):
        m = _GENERAL.fullmatch(spec)
        if m is not None:
            n, d = self._numerator, self._denominator
            sep = m["thousands_sep"] or ""
            body = f"{abs(n):{sep}}" if d == 1 and not m["alt"] else f"{abs(n):{sep}}/{d:{sep}}"
            sign = m["sign"] if m["sign"] in ("+", " ") else ""
            return _pad(m, "-" if n < 0 else sign, body)
        m = _FLOAT.fullmatch(spec)
        if m is None or (m["align"] is not None and m["zeropad"] is not None):
            raise ValueError(f"Invalid format specifier {spec!r} for object of type {type(self).__name__!r}")
        return self._as_float(m)

    def _as_float(self, m):
        kind = m["kind"]
        precision = int(m["precision"] or "6")
        trim = kind in "gG" and not m["alt"]
        if kind in "fF%":
            exponent = -precision - (2 if kind == "%" else 0)
            negative, significand = _to_exponent(self._numerator, self._denominator, exponent, bool(m["no_neg_zero"]))
            scientific = False
            point = precision
        else:
            figures = max(precision, 1) if kind in "gG" else precision + 1
            negative, significand, exponent = _to_figures(self._numerator, self._denominator, figures)
            scientific = kind in "eE" or exponent > 0 or exponent + figures <= -4
            point = figures - 1 if scientific else -exponent
        suffix = "%" if kind == "%" else f"{'E' if kind in 'EG' else 'e'}{exponent + point:+03d}" if scientific else ""
        digits = f"{significand:0{point + 1}d}"
        sign = "-" if negative else m["sign"] if m["sign"] in ("+", " ") else ""
        whole, fraction = digits[:len(digits) - point], digits[len(digits) - point:]
        if trim:
            fraction = fraction.rstrip("0")
        tail = ("." if fraction or m["alt"] else "") + fraction + suffix
        zeros = 0
        if m["zeropad"]:
            zeros = int(m["minimumwidth"]) - len(sign) - len(tail)
        return _pad(m, sign, _group(whole, m["thousands_sep"] or "", zeros) + tail)

    def __add__(a, b):
        return _arithmetic(a, b, _operator.add, _add)

    def __radd__(b, a):
        return _reflected(a, b, _operator.add, _add)

    def __sub__(a, b):
        return _arithmetic(a, b, _operator.sub, _sub)

    def __rsub__(b, a):
        return _reflected(a, b, _operator.sub, _sub)

    def __mul__(a, b):
        return _arithmetic(a, b, _operator.mul, _mul)

    def __rmul__(b, a):
        return _reflected(a, b, _operator.mul, _mul)

    def __truediv__(a, b):
        return _arithmetic(a, b, _operator.truediv, _div)

    def __rtruediv__(b, a):
        return _reflected(a, b, _operator.truediv, _div)

    def __floordiv__(a, b):
        return _arithmetic(a, b, _operator.floordiv, _floordiv)

    def __rfloordiv__(b, a):
        return _reflected(a, b, _operator.floordiv, _floordiv)

    def __divmod__(a, b):
        return _arithmetic(a, b, divmod, _divmod)

    def __rdivmod__(b, a):
        return _reflected(a, b, divmod, _divmod)

    def __mod__(a, b):
        return _arithmetic(a, b, _operator.mod, _mod)

    def __rmod__(b, a):
        return _reflected(a, b, _operator.mod, _mod)

    def __pow__(a, b):
        if isinstance(b, numbers.Rational):
            if b.denominator != 1:
                return float(a) ** float(b)
            power = b.numerator
            n, d = a._numerator, a._denominator
            if power >= 0:
                return Fraction._of(n ** power, d ** power)
            if n > 0:
                return Fraction._of(d ** -power, n ** -power)
            if n == 0:
                raise ZeroDivisionError(f"Fraction({d ** -power}, 0)")
            return Fraction._of((-d) ** -power, (-n) ** -power)
        if isinstance(b, (float, complex)):
            return float(a) ** b
        return NotImplemented

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        if b._denominator == 1:
            return a ** b._numerator
        return a ** float(b)

    def __pos__(self):
        return Fraction._of(self._numerator, self._denominator)

    def __neg__(self):
        return Fraction._of(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction._of(abs(self._numerator), self._denominator)

    def __int__(self):
        n = self._numerator
        return -(-n // self._denominator) if n < 0 else n // self._denominator

    __trunc__ = __int__

    def __float__(self):
        return self._numerator / self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            d = self._denominator
            floor, rest = divmod(self._numerator, d)
            if rest * 2 < d:
                return floor
            if rest * 2 > d:
                return floor + 1
            return floor + (floor & 1)
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __hash__(self):
        p = (1 << 61) - 1
        if self._denominator % p:
            h = hash(hash(abs(self._numerator)) * pow(self._denominator, -1, p))
        else:
            h = 314159
        h = h if self._numerator >= 0 else -h
        return -2 if h == -1 else h

    def __eq__(a, b):
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            if b != b or b in (float("inf"), float("-inf")):
                return 0.0 == b
            return a == a.from_float(b)
        return NotImplemented

    def _compare(self, other, op):
        if isinstance(other, numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if other != other or other in (float("inf"), float("-inf")):
                return op(0.0, other)
            return op(self, self.from_float(other))
        return NotImplemented

    def __lt__(self, other):
        return self._compare(other, _operator.lt)

    def __gt__(self, other):
        return self._compare(other, _operator.gt)

    def __le__(self, other):
        return self._compare(other, _operator.le)

    def __ge__(self, other):
        return self._compare(other, _operator.ge)

    def __bool__(self):
        return bool(self._numerator)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


def _arithmetic(a, b, plain, exact):
    if isinstance(b, Fraction):
        return exact(a, b)
    if isinstance(b, int):
        return exact(a, Fraction(b))
    if isinstance(b, float):
        return plain(float(a), b)
    if isinstance(b, complex):
        return plain(complex(a), b) if plain not in (_operator.floordiv, _operator.mod, divmod) else NotImplemented
    return NotImplemented


def _reflected(a, b, plain, exact):
    if isinstance(a, numbers.Rational):
        return exact(Fraction(a), b)
    if isinstance(a, float):
        return plain(a, float(b))
    if isinstance(a, complex):
        return plain(a, complex(b)) if plain not in (_operator.floordiv, _operator.mod, divmod) else NotImplemented
    return NotImplemented


def _lowest(n, d):
    g = _math.gcd(n, d)
    return Fraction._of(n // g, d // g)


def _add(a, b):
    return _lowest(a._numerator * b._denominator + b._numerator * a._denominator, a._denominator * b._denominator)


def _sub(a, b):
    return _lowest(a._numerator * b._denominator - b._numerator * a._denominator, a._denominator * b._denominator)


def _mul(a, b):
    return _lowest(a._numerator * b._numerator, a._denominator * b._denominator)


def _div(a, b):
    n, d = a._numerator * b._denominator, a._denominator * b._numerator
    if d == 0:
        raise ZeroDivisionError(f"Fraction({b._denominator}, 0)")
    return _lowest(-n, -d) if d < 0 else _lowest(n, d)


def _floordiv(a, b):
    return a._numerator * b._denominator // (a._denominator * b._numerator)


def _divmod(a, b):
    d = a._denominator * b._denominator
    q, n = divmod(a._numerator * b._denominator, a._denominator * b._numerator)
    return q, _lowest(n, d)


def _mod(a, b):
    return _lowest(a._numerator * b._denominator % (b._numerator * a._denominator), a._denominator * b._denominator)
