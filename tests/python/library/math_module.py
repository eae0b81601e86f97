import math

print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.sqrt(2), math.floor(2.7), math.ceil(2.1), math.floor(-2.5), math.trunc(-2.7), math.factorial(10), math.gcd(12, 18), math.lcm(4, 6))
print(math.isqrt(17), math.comb(5, 2), math.perm(5, 2), math.prod([1, 2, 3, 4]), math.fsum([0.1] * 10), math.hypot(3, 4), math.dist((0, 0), (3, 4)))
print(round(math.sin(1), 10), round(math.cos(1), 10), round(math.tan(1), 10), round(math.atan2(1, 2), 10), round(math.exp(1.5), 10), round(math.log(10), 10))
print(math.log2(8), math.log10(1000), math.log(8, 2), math.pow(2, 0.5), round(math.degrees(math.pi)), math.radians(180), math.copysign(1, -0.0))
print(math.isnan(math.nan), math.isinf(math.inf), math.isfinite(1.0), math.isclose(0.1 + 0.2, 0.3), math.fabs(-2), math.fmod(-7, 3), math.modf(2.5), math.frexp(8.0), math.ldexp(0.5, 4))
for bad in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.sqrt("x"), lambda: math.exp(1000), lambda: math.floor(math.nan)):
    try:
        bad()
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
print(math.floor(10 ** 20 + 0.5), math.sqrt(10 ** 20), math.ceil(-0.5), round(math.cbrt(27), 9), math.exp2(3))
