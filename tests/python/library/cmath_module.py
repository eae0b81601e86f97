import cmath
import math

for z in (1 + 2j, -1 + 0j, 0j, 3 - 4j, -2.5 - 0.5j):
    print(z, [f"{w.real:.10f}{w.imag:+.10f}j" for w in (cmath.sqrt(z), cmath.exp(z), cmath.sin(z), cmath.cos(z), cmath.tan(z), cmath.sinh(z), cmath.cosh(z), cmath.tanh(z))])
    print([round(x, 10) for x in cmath.polar(z)], round(cmath.phase(z), 10), abs(z))
for z in (0.5 + 0.5j, 2j, -0.3 + 0.1j):
    print([f"{w.real:.10f}{w.imag:+.10f}j" for w in (cmath.log(z), cmath.log10(z), cmath.log(z, 2), cmath.asin(z), cmath.acos(z), cmath.atan(0.3 * z), cmath.asinh(z), cmath.acosh(z), cmath.atanh(0.3 * z))])
print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.isnan(complex("nan")), cmath.isinf(complex("inf")), cmath.isfinite(1j), cmath.isclose(1 + 1e-10j, 1), cmath.isclose(1, 2, abs_tol=2))
print(cmath.rect(1, 0), abs(cmath.rect(2, math.pi / 2) - 2j) < 1e-12, cmath.sqrt(-1), cmath.sqrt(4), cmath.exp(0), cmath.log(1))
for bad in (lambda: cmath.log(0), lambda: cmath.sqrt("x"), lambda: cmath.exp(1000), lambda: cmath.atanh(1)):
    try:
        bad()
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
print(math.cbrt(64), math.cbrt(-8), math.cbrt(0.0), math.exp2(10), math.sumprod([1, 2], [3, 4]), math.fma(2.0, 3.0, 4.0), math.nextafter(1.0, 2.0), math.ulp(1.0), math.dist((0, 0), (3, 4)), math.hypot(3, 4, 12), math.perm(5, 2), math.comb(10, 3), math.lcm(4, 6), math.gcd(12, 18, 8), math.isqrt(99), math.prod([2, 3], start=4), math.remainder(7, 3), math.frexp(8.5), math.ldexp(0.5, 4), math.modf(-2.5), math.copysign(3, -0.0), math.trunc(-3.7), math.erf(0.5), math.gamma(5), math.lgamma(10), math.log1p(1e-10), math.expm1(1e-10), math.log2(8), math.log(8, 2), math.log10(1000), math.degrees(math.pi), math.radians(180), math.fmod(-7, 3), math.isclose(0.1 + 0.2, 0.3))
