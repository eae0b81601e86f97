# Which items sort() compares, in which order.
import functools
import random


class K:
    log = []

    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        K.log.append((self.v, other.v))
        return self.v < other.v

    def __repr__(self):
        return f"K{self.v}"


def shown(values, **options):
    K.log = []
    out = sorted([K(v) for v in values], **options)
    print(values, out, K.log)


shown([])
shown([1])
shown([2, 1])
shown([1, 2, 3])
shown([3, 2, 1])
shown([3, 2, 2, 1, 1])
shown([5, 4, 3, 2, 1], reverse=True)
shown([1, 1, 1])
shown([2, 2, 1, 3, 0])
random.seed(3)
for n in (0, 5, 17, 40, 63):
    for m in (3, 10, 100):
        x = [K(random.randrange(m)) for _ in range(n)]
        K.log = []
        y, z = sorted(x), sorted(x, reverse=True)
        print(n, m, hash(tuple(K.log)), y[:3], z[:3], len(K.log))
nan = float("nan")
print(sorted([3.0, nan, 1.0, 2.0]), sorted([18.3, nan, 20.7, 19.2, nan, 14.4]), sorted([nan, 1.0], reverse=True))
calls = []


def compare(a, b):
    calls.append((a, b))
    return a - b


print(sorted([5, 1, 4, 2, 3], key=functools.cmp_to_key(compare)), calls)
print(sorted([K(i) for i in range(200, 0, -1)])[:5])
