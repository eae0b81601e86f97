import sys


def down(n):
    return n if n == 0 else down(n - 1)


print(down(900))


def forever(n):
    return forever(n + 1)


try:
    forever(0)
except RecursionError as error:
    print(type(error).__name__, error)


class Loop:
    def __getattr__(self, name):
        return getattr(self, name + "x")


try:
    Loop().a
except RecursionError as error:
    print("getattr", str(error)[:32])


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


print(even(400), odd(401))
sys.setrecursionlimit(100)
try:
    down(200)
except RecursionError:
    print("limit", sys.getrecursionlimit())
sys.setrecursionlimit(1000)


def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)


print(factorial(30))


def nested(depth):
    try:
        return nested(depth + 1)
    except RecursionError:
        return "unwound"


print(nested(0))
