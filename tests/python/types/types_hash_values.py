# Hashes that programs print: those of CPython with PYTHONHASHSEED=0.
print(hash("abc"), hash(""), hash("é"), hash("日本"), hash("😀a"), hash("a" * 100))
print(hash(b"abc"), hash(b""), hash("abc") == hash(b"abc"))
print(hash(1), hash(-1), hash(-2), hash(2**61 - 1), hash(2**100), hash(-(2**70)))
print(hash(1.5), hash(2.0), hash(float("inf")), hash(1e300), hash(-0.5))
print(hash(True), hash(None), hash(1 + 2j))
print(hash((1, "a")), hash(()), hash((1, (2, (3,)))))
print(hash(range(5)), hash(range(0)), hash(slice(1, 2)))
print(hash("abc") == "abc".__hash__(), hash(3) == (3).__hash__())


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))


print(hash(Point(1, 2)) == hash((1, 2)), len({Point(1, 2), Point(1, 2), Point(2, 1)}))


class Plain:
    pass


p = Plain()
print(hash(p) == id(p) >> 4, hash(p) == hash(p))
for bad in ([], {}, set(), ([],), slice([], 1), bytearray()):
    try:
        hash(bad)
    except TypeError as e:
        print(e)
