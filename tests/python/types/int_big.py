def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


print(factorial(30))
print(factorial(60) // factorial(58))
print(fibonacci(300))
print(2 ** 200 - 1)
print((2 ** 200 - 1) ^ (2 ** 100), (2 ** 100) & (2 ** 99 + 2 ** 100))
print(str(7 ** 100)[:20], len(str(7 ** 100)))
print(-(2 ** 100) // 3, -(2 ** 100) % 1000)
print(float(2 ** 80), 2 ** 80 / 2 ** 78)
print(9223372036854775807 + 1, -9223372036854775808 - 1)
print(9223372036854775807 * 9223372036854775807)
print(3037000500 ** 2, 3037000499 ** 2)
print(hash(2 ** 61 - 1), hash(2 ** 61), hash(-1), hash(-2))
print((1 << 64) == 18446744073709551616, (1 << 64) > 1e18, 10 ** 22 == 1e22)
print(int("123456789012345678901234567890") + 1)
print(f"{10 ** 24:,}", f"{2 ** 70:x}", f"{-(2 ** 66):#x}")
print(sum(range(10 ** 5)) * 10 ** 12)
