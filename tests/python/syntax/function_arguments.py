def full(a, b=2, *args, c, d=4, **kwargs):
    return a, b, args, c, d, kwargs


print(full(1, c=3))
print(full(1, 2, 3, 4, c=5, d=6, e=7))
print(full(*[1, 2, 3], **{"c": 0, "z": 9}))


def positional(a, b, /, c, *, d):
    return a + b + c + d


print(positional(1, 2, 3, d=4), positional(1, 2, c=3, d=4))


def accumulate(item, bucket=[]):
    bucket.append(item)
    return bucket


print(accumulate(1), accumulate(2), accumulate(3, []))
for call in [
    lambda: positional(1, 2, 3, 4),
    lambda: positional(1, b=2, c=3, d=4),
    lambda: full(),
    lambda: full(1),
    lambda: full(1, c=1, a=2),
    lambda: (lambda x: x)(),
    lambda: (lambda: 1)(1),
    lambda: (lambda x, y: x)(1),
    lambda: accumulate(thing=1),
    lambda: len(),
    lambda: accumulate.__name__(),
]:
    try:
        print(call())
    except TypeError as error:
        print(error)
print((lambda x, y=10: x * y)(2), (lambda *a, **k: (a, k))(1, x=2))


def annotated(x: int, y: "str" = "d") -> float:
    "Documented."
    return x


print(annotated(1), annotated.__name__, annotated.__doc__, annotated.__annotations__ == {"x": int, "y": "str", "return": float})
print(annotated.__defaults__, full.__kwdefaults__)


def outer(*args, sep="-"):
    return sep.join(map(str, args))


print(outer(1, 2, 3), outer(*"abc", sep="+"), outer(*range(2), *[9], sep=""))
