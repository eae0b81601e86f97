# int and float: methods, conversions, bases, rounding, limits and their errors.
print((255).bit_length(), (255).bit_count(), (-6).to_bytes(2, "big", signed=True), int.from_bytes(b"\xff\x00", "little"), (5).as_integer_ratio(), (3).conjugate(), (7).numerator, (2).is_integer())
print(int("0x1F", 16), int("0b101", 0), int("-0o17", 0), int("zz", 36), int(" 12_000 "), int(-3.9), int("٣"), int(True), int(b"42"), bin(-5), oct(8), hex(255))
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1250, -2), round(5.0, 0), round(1e20), round(0.5), round(-0.4))
print(7 // 2, -7 // 2, 7 % -3, -7 % 3, 7.5 // 2, -7.5 % 2, divmod(-7, 2), divmod(7.5, -2), 2**-1, 0**0, pow(3, -1, 7), pow(2, 10, 1000), 1 << 70, -1 >> 3, ~7, 5 & -2, 5 ^ -1)
print((0.1).hex(), float.fromhex("0x1.8p3"), (0.75).as_integer_ratio(), (2.0).is_integer(), float("  -inf "), float("1_0.5"), float("nan") != float("nan"), 1e16, 1e15, 123456789.123, 1e-5, 0.0001, -0.0, 5e-324, 1.7976931348623157e308)
print(0.1 + 0.2, 1 / 3, 2 / 3, 1e22, 1e23, 100.0, 1.5e300 * 1e10, 3.0 == 3, hash(3.0) == hash(3), 10**20 == 1e20, 2**53 + 1 == float(2**53 + 1), 1 < 1.5 < 2, True + True, int.__add__(1, 2), (1).__add__("a"), (5).__divmod__(3) if hasattr(int, "__divmod__") else (1, 2))
for job in (lambda: int("1.5"), lambda: int(""), lambda: int("12", 40), lambda: int([]), lambda: int("a", 8), lambda: int(float("nan")), lambda: int(float("inf")), lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 0.0**-1, lambda: 1 << -1, lambda: (300).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: float("x"), lambda: float([]), lambda: 10.0**400, lambda: pow(2, -1, 4), lambda: pow(2, 3, 0), lambda: round("a"), lambda: chr(-1), lambda: ord("ab"), lambda: int("9" * 5000), lambda: 2**0.5 // 0, lambda: float(10**400), lambda: bin(1.5), lambda: range(1.0), lambda: "a" * 1.5, lambda: [0] * "a"):
    try:
        print(job())
    except Exception as e:
        print(type(e).__name__, e)
