import functools


def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print("calling", function.__name__, args, kwargs)
        result = function(*args, **kwargs)
        print("result", result)
        return result

    return wrapper


def repeat(times):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args):
            return [function(*args) for _ in range(times)]

        return wrapper

    return decorate


@logged
def add(a, b=1):
    """Adds."""
    return a + b


@repeat(3)
@logged
def shout(word):
    return word.upper()


add(1)
add(2, b=5)
print(shout("hey"), add.__name__, add.__doc__, shout.__name__)


class Registry:
    def __init__(self):
        self.names = []

    def __call__(self, function):
        self.names.append(function.__name__)
        return function


register = Registry()


@register
def one():
    return 1


@register
def two():
    return 2


print(register.names, one() + two())


def tagged(cls):
    cls.tag = cls.__name__.lower()
    return cls


@tagged
class Thing:
    pass


print(Thing.tag)


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())


@functools.cache
def square(n):
    print("computing", n)
    return n * n


print(square(4), square(4), square(5))
