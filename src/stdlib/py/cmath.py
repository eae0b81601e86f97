"""Functions of complex numbers: C in CPython."""

import math as _m
from _machine import type_name as _type_name
from math import e, inf, nan, pi, tau

infj = complex(0.0, inf)
nanj = complex(0.0, nan)


def _c(z):
    if isinstance(z, (int, float, complex)):
        return complex(z)
    for name in ("__complex__", "__float__", "__index__"):
        if hasattr(type(z), name):
            return complex(z)
    raise TypeError(f"must be real number, not {_type_name(z)}")


def phase(z, /):
    z = _c(z)
    return _m.atan2(z.imag, z.real)


def polar(z, /):
    z = _c(z)
    return _m.hypot(z.real, z.imag), _m.atan2(z.imag, z.real)


def rect(r, phi, /):
    if phi == 0:
        return complex(r, phi * r)
    return complex(r * _m.cos(phi), r * _m.sin(phi))


def sqrt(z, /):
    z = _c(z)
    x, y = z.real, z.imag
    if x == 0.0 and y == 0.0:
        return complex(0.0, y)
    if _m.isinf(y):
        return complex(inf, y)
    if _m.isinf(x) or x != x or y != y:
        if x == inf:
            return complex(inf, _m.copysign(0.0, y) if y == y else nan)
        if x == -inf:
            return complex(0.0 if y == y else nan, _m.copysign(inf, y))
        return complex(nan, nan)
    ax = abs(x) / 8.0
    s = 2.0 * _m.sqrt(ax + _m.hypot(ax, abs(y) / 8.0))
    d = abs(y) / (2.0 * s)
    return complex(s, _m.copysign(d, y)) if x >= 0.0 else complex(d, _m.copysign(s, y))


def exp(z, /):
    z = _c(z)
    try:
        if z.real > 708.0 and _m.isfinite(z.real):
            r = _m.exp(z.real - 1.0)
            w = complex(r * _m.cos(z.imag) * e, r * _m.sin(z.imag) * e)
            if _m.isinf(w.real) or _m.isinf(w.imag):
                raise OverflowError("math range error")
            return w
        r = _m.exp(z.real)
        return complex(r * _m.cos(z.imag), r * _m.sin(z.imag)) if z.imag else complex(r, z.imag)
    except OverflowError:
        raise OverflowError("math range error") from None


def _log(z):
    x, y = abs(z.real), abs(z.imag)
    h = _m.hypot(x, y)
    if h == 0.0:
        raise ValueError("math domain error")
    if 0.71 <= h <= 1.73:
        a, b = max(x, y), min(x, y)
        r = _m.log1p((a - 1) * (a + 1) + b * b) / 2.0
    else:
        r = _m.log(h)
    return complex(r, _m.atan2(z.imag, z.real))


def log(z, base=None, /):
    w = _log(_c(z))
    return w if base is None else w / _log(_c(base))


def log10(z, /):
    w = _log(_c(z))
    return complex(w.real / _m.log(10.0), w.imag / _m.log(10.0))


def sinh(z, /):
    z = _c(z)
    return complex(_m.cos(z.imag) * _m.sinh(z.real), _m.sin(z.imag) * _m.cosh(z.real))


def cosh(z, /):
    z = _c(z)
    return complex(_m.cos(z.imag) * _m.cosh(z.real), _m.sin(z.imag) * _m.sinh(z.real))


def tanh(z, /):
    z = _c(z)
    if abs(z.real) > 354.0:
        return complex(_m.copysign(1.0, z.real), 4.0 * _m.sin(z.imag) * _m.cos(z.imag) * _m.exp(-2.0 * abs(z.real)))
    tx, ty = _m.tanh(z.real), _m.tan(z.imag)
    cx = 1.0 / _m.cosh(z.real)
    txty = tx * ty
    d = 1.0 + txty * txty
    return complex(tx * (1.0 + ty * ty) / d, ty / d * cx * cx)


def _turned(f):
    def turned(z, /):
        z = _c(z)
        w = f(complex(-z.imag, z.real))
        return complex(w.imag, -w.real)

    return turned


sin = _turned(sinh)
tan = _turned(tanh)


def cos(z, /):
    z = _c(z)
    return cosh(complex(-z.imag, z.real))


def acos(z, /):
    z = _c(z)
    a, b = sqrt(complex(1.0 - z.real, -z.imag)), sqrt(complex(1.0 + z.real, z.imag))
    return complex(2.0 * _m.atan2(a.real, b.real), _m.asinh(b.real * a.imag - b.imag * a.real))


def acosh(z, /):
    z = _c(z)
    a, b = sqrt(complex(z.real - 1.0, z.imag)), sqrt(complex(z.real + 1.0, z.imag))
    return complex(_m.asinh(a.real * b.real + a.imag * b.imag), 2.0 * _m.atan2(a.imag, b.real))


def asinh(z, /):
    z = _c(z)
    a, b = sqrt(complex(1.0 + z.imag, -z.real)), sqrt(complex(1.0 - z.imag, z.real))
    return complex(_m.asinh(a.real * b.imag - b.real * a.imag), _m.atan2(z.imag, a.real * b.real - a.imag * b.imag))


def atanh(z, /):
    z = _c(z)
    x, y = z.real, z.imag
    if x < 0.0 or (x == 0.0 and _m.copysign(1.0, x) < 0.0):
        return -atanh(-z)
    if x == 1.0 and y == 0.0:
        raise ValueError("math domain error")
    if x > 1e150 or abs(y) > 1e150:
        h = _m.hypot(x / 2.0, y / 2.0)
        return complex(x / 4.0 / h / h, -_m.copysign(pi / 2.0, -y))
    re = _m.log1p(4.0 * x / ((1 - x) ** 2 + y * y)) / 4.0
    im = -_m.atan2(-2.0 * y, (1 - x) * (1 + x) - y * y) / 2.0
    return complex(re, im)


asin = _turned(asinh)
atan = _turned(atanh)


def isnan(z, /):
    z = _c(z)
    return _m.isnan(z.real) or _m.isnan(z.imag)


def isinf(z, /):
    z = _c(z)
    return _m.isinf(z.real) or _m.isinf(z.imag)


def isfinite(z, /):
    z = _c(z)
    return _m.isfinite(z.real) and _m.isfinite(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    d = abs(a - b)
    return d <= rel_tol * abs(b) or d <= rel_tol * abs(a) or d <= abs_tol
