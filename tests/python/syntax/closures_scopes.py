def counter():
    count = 0

    def increment(by=1):
        nonlocal count
        count += by
        return count

    return increment


first, second = counter(), counter()
print(first(), first(), first(10), second())
total = 0


def add(n):
    global total
    total += n


add(5)
add(6)
print(total)
functions = [lambda: i for i in range(3)]
bound = [lambda i=i: i for i in range(3)]
print([f() for f in functions], [f() for f in bound])


def deep():
    x = "outer"

    def middle():
        def inner():
            nonlocal x
            x = "changed"

        inner()
        return x

    return middle(), x


print(deep())
x = "global"


def shadow():
    x = "local"
    return x, [x for x in range(2)], x


print(shadow(), x)


def unbound():
    print(value)
    value = 1


try:
    unbound()
except UnboundLocalError as error:
    print(error)
try:
    missing_name
except NameError as error:
    print(error)


def late():
    try:
        return inner_value
    except NameError as error:
        return str(error)
    inner_value = 1


print(late())


def compose(*functions):
    def run(value):
        for function in functions:
            value = function(value)
        return value

    return run


print(compose(lambda v: v + 1, str, len)(999), counter.__name__, first.__qualname__)


def free_later():
    def get():
        return thing

    try:
        get()
    except NameError as error:
        print(error)
    thing = 3
    return get()


print(free_later())
