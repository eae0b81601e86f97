"""Decimal arithmetic of any precision: C in CPython. A number is a sign, an integer and a power of ten."""

from collections import namedtuple
import numbers as _numbers

ROUND_DOWN = "ROUND_DOWN"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_UP = "ROUND_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_05UP = "ROUND_05UP"
_ROUNDINGS = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)
HAVE_THREADS = HAVE_CONTEXTVAR = True
__version__ = "1.70"
__libmpdec_version__ = "2.5.1"

DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent", module="decimal")


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class InvalidContext(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


_SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped)
# The order in which they are raised when several happen at once.
_URGENT = (InvalidOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped, FloatOperation)
# The order in which CPython shows them.
_SHOWN = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped)


class _Signals(dict):
    def __repr__(self):
        return "{" + ", ".join([f"{s!r}:{self[s]}" for s in _SHOWN]) + "}"


def _flag_dict(given):
    if isinstance(given, dict):
        return _Signals({s: bool(given.get(s, False)) for s in _SIGNALS})
    return _Signals({s: s in given for s in _SIGNALS})


class Context:
    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        d = DefaultContext if "DefaultContext" in globals() else None
        self.prec = prec if prec is not None else d.prec
        self.rounding = rounding if rounding is not None else d.rounding
        self.Emin = Emin if Emin is not None else d.Emin
        self.Emax = Emax if Emax is not None else d.Emax
        self.capitals = capitals if capitals is not None else d.capitals
        self.clamp = clamp if clamp is not None else d.clamp
        self.traps = _flag_dict(traps if traps is not None else d.traps)
        self.flags = _flag_dict(flags or ())

    def __setattr__(self, name, value):
        if name == "rounding":
            if value not in _ROUNDINGS:
                raise TypeError(
                    "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                    "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]"
                )
        elif name in ("prec", "Emin", "Emax", "capitals", "clamp"):
            if not isinstance(value, int):
                raise TypeError("an integer is required")
            if name == "prec" and not 1 <= value <= MAX_PREC:
                raise ValueError("valid range for prec is [1, MAX_PREC]")
            if name == "Emin" and not MIN_EMIN <= value <= 0:
                raise ValueError("valid range for Emin is [MIN_EMIN, 0]")
            if name == "Emax" and not 0 <= value <= MAX_EMAX:
                raise ValueError("valid range for Emax is [0, MAX_EMAX]")
            if name in ("capitals", "clamp") and value not in (0, 1):
                raise ValueError(f"valid values for {name} are 0 or 1")
        elif name in ("flags", "traps"):
            value = _flag_dict(value)
        else:
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
        object.__setattr__(self, name, value)

    def __repr__(self):
        flags = ", ".join([s.__name__ for s in _SHOWN if self.flags[s]])
        traps = ", ".join([s.__name__ for s in _SHOWN if self.traps[s]])
        return (
            f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, "
            f"capitals={self.capitals}, clamp={self.clamp}, flags=[{flags}], traps=[{traps}])"
        )

    def clear_flags(self):
        for s in _SIGNALS:
            self.flags[s] = False

    def clear_traps(self):
        for s in _SIGNALS:
            self.traps[s] = False

    def copy(self):
        c = Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, None, self.traps)
        c.flags = self.flags
        return c

    __copy__ = copy

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def _happens(self, *signals):
        for s in signals:
            for known in _SIGNALS:
                if issubclass(s, known):
                    self.flags[known] = True
        for s in _URGENT:
            if self.traps[s]:
                for given in signals:
                    if issubclass(given, s):
                        raise s([x for x in signals if self.traps.get(x)])

    def create_decimal(self, num="0"):
        if isinstance(num, float):
            self._happens(FloatOperation)
            num = Decimal.from_float(num)
        d = Decimal._read(num, self)
        if d._kind == "nan" and len(str(d._n)) > self.prec:
            self._happens(InvalidOperation)
            return _NAN
        return d._fix(self)

    def create_decimal_from_float(self, f):
        return Decimal.from_float(f)._fix(self)

    def is_canonical(self, a):
        return True

    def canonical(self, a):
        return a

    def radix(self):
        return Decimal(10)

    def plus(self, a):
        return _other(a).__pos__(context=self)

    def minus(self, a):
        return _other(a).__neg__(context=self)

    def abs(self, a):
        return _other(a).__abs__(context=self)

    def add(self, a, b):
        return _other(a)._add(_other(b), self)

    def subtract(self, a, b):
        return _other(a)._sub(_other(b), self)

    def multiply(self, a, b):
        return _other(a)._mul(_other(b), self)

    def divide(self, a, b):
        return _other(a)._div(_other(b), self)

    def divide_int(self, a, b):
        return _other(a)._divmod(_other(b), self, "//")

    def remainder(self, a, b):
        return _other(a)._divmod(_other(b), self, "%")

    def divmod(self, a, b):
        return _other(a)._divmod(_other(b), self, "both")

    def power(self, a, b, modulo=None):
        return _other(a).__pow__(_other(b), modulo, context=self)

    def to_sci_string(self, a):
        return a._text(False, self)

    def to_eng_string(self, a):
        return a._text(True, self)


def _forward(name, n):
    if n == 1:
        return lambda self, a: getattr(_other(a), name)(context=self)
    if n == 2:
        return lambda self, a, b: getattr(_other(a), name)(_other(b), context=self)
    return lambda self, a, b, c: getattr(_other(a), name)(_other(b), _other(c), context=self)


for _n, _names in (
    (1, "exp ln log10 logb logical_invert next_minus next_plus normalize number_class sqrt to_integral_exact to_integral_value is_normal is_subnormal"),
    (2, "compare compare_signal max max_mag min min_mag next_toward quantize remainder_near logical_and logical_or logical_xor rotate scaleb shift"),
    (3, "fma"),
):
    for _name in _names.split():
        setattr(Context, _name, _forward(_name, _n))
for _name in "is_finite is_infinite is_nan is_qnan is_signed is_snan is_zero copy_abs copy_decimal copy_negate".split():
    setattr(Context, _name, lambda self, a, _name=_name: getattr(_other(a), "copy" if _name == "copy_decimal" else _name)())
for _name in "compare_total compare_total_mag copy_sign same_quantum".split():
    setattr(Context, _name, lambda self, a, b, _name=_name: getattr(_other(a), _name)(_other(b)))
Context.to_integral = Context.to_integral_value
Context.copy_decimal = lambda self, a: _other(a)

DefaultContext = Context(
    28, ROUND_HALF_EVEN, -999999, 999999, 1, 0, [], [InvalidOperation, DivisionByZero, Overflow]
)
BasicContext = Context(9, ROUND_HALF_UP, traps=[InvalidOperation, DivisionByZero, Overflow, Underflow, Clamped])
ExtendedContext = Context(9, ROUND_HALF_EVEN, traps=[])

import contextvars as _contextvars

_current = _contextvars.ContextVar("decimal_context")


def getcontext():
    c = _current.get(None)
    if c is None:
        c = DefaultContext.copy()
        c.clear_flags()
        _current.set(c)
    return c


def setcontext(context):
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current.set(context)


class _Manager:
    def __init__(self, context):
        self.new = context

    def __enter__(self):
        self.saved = getcontext()
        setcontext(self.new)
        return self.new

    def __exit__(self, *what):
        setcontext(self.saved)


def localcontext(ctx=None, **keywords):
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError("optional argument must be a context")
    ctx = ctx.copy()
    for name, value in keywords.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        setattr(ctx, name, value)
    return _Manager(ctx)


def IEEEContext(bits):
    if bits <= 0 or bits % 32 or bits > 512:
        raise ValueError(f"argument must be a multiple of 32, with a maximum of 512")
    prec = 9 * (bits // 32) - 2
    emax = 3 * (1 << (bits // 16 + 3))
    return Context(prec, ROUND_HALF_EVEN, 1 - emax, emax, 1, 1, [], [])


