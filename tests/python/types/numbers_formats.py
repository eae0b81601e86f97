def to_base(n, base):
    digits = "0123456789abcdef"
    out = ""
    while n:
        n, d = divmod(n, base)
        out = digits[d] + out
    return out or "0"


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def newton(x):
    guess = x / 2
    for _ in range(20):
        guess = (guess + x / guess) / 2
    return guess


print([to_base(255, b) for b in (2, 8, 16)], gcd(1071, 462), newton(2), newton(10))
print(sum(1 / n for n in range(1, 1001)), sum(n ** -2 for n in range(1, 101)))
print([round(x * 0.1, 2) for x in range(5)], [n / 10 for n in range(5)], 0.1 * 3, 1.1 + 2.2, 1e3, 1.0e-3)
pi = 0
for k in range(2000):
    pi += (-1) ** k / (2 * k + 1)
print(4 * pi, f"{4 * pi:.6f}", round(4 * pi, 3))
balance = 1000.0
for year in range(1, 4):
    balance *= 1.05
    print(f"Year {year}: {balance:.2f}", round(balance, 1), int(balance))
print(7 / 2, 7 // 2, 7 % 2, -7 // 2, 7.0 // 2, 2 ** 3 ** 2, (2 ** 3) ** 2, -2 ** 2, 10 % 3.5)
print(1 / 7, 22 / 7, 1e21 + 1, 123456.789e3, 1.5e300 * 1e10, 5e-324 / 2, 1.0, 100000000000000000000.0, 12345678.9)
print(min(1.5, 1), max(2, 2.0), sum([0.1, 0.2, 0.3]), sum([1, 2.5]), 3 == 3.0, 0.5 == 1 / 2, 10 ** -2, 10.0 ** 20)
print(str(0.1 + 0.7), repr(2 / 3), f"{2 / 3}", f"{2 / 3:.3}", f"{1 / 3:10.4f}|", "%g" % 0.00001234, "%g" % 1234567.0)
print(bool(0.0), bool(-0.1), int(-2.9), int("  12  "), float("-1e-3"), float("nan") != float("nan"), 1 if 0.0 == -0.0 else 2)
print((3).real, (2.5).imag, (7).conjugate(), (5).numerator, divmod(-7.5, 2), abs(-0.0), pow(2.0, 3))
