def count(n):
    i = 0
    while i < n:
        i = i + 1
    return i


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


count(100_000_000)
