# A number's methods know its own kind and narrower ones; buffers are read as numbers; a pop looks at its index first.

numbers = [3, True, 2.5, 1 + 2j, 2**70]
names = ["__add__", "__radd__", "__sub__", "__rmul__", "__truediv__", "__floordiv__", "__eq__", "__ne__", "__lt__", "__ge__"]

for a in numbers:
    for b in numbers:
        row = []
        for name in names:
            f = getattr(a, name, None)
            row.append("-" if f is None else "N" if f(b) is NotImplemented else "y")
        print(type(a).__name__, type(b).__name__, *row)


class Whole(int):
    pass


class Part(float):
    def __radd__(self, other):
        return "asked", other


print(Whole(2) + 0.5, 0.5 + Whole(2), Whole(2) < 2.5, 2.5 > Whole(2), Whole(2) == 2.0, Whole(2) * 1j)
print(1 + Part(2.0), 1.5 + Part(2.0), Part(2.0) + 1j, Part(2.0) == 2)


class Buffer:
    def __init__(self, data):
        self.data = data

    def __buffer__(self, flags):
        return memoryview(self.data)


print(int(memoryview(b"12")), float(memoryview(b"1.5")), int(Buffer(b" 7 ")), float(Buffer(bytearray(b"-2e3"))))
for make in (lambda: int(memoryview(b"x")), lambda: [].pop(None), lambda: [].pop(), lambda: bytearray().pop("a"), lambda: float([])):
    try:
        print(make())
    except Exception as e:
        print(type(e).__name__, e)
try:
    float(memoryview(b"x"))
except ValueError as e:
    print(str(e).startswith("could not convert string to float: <memory at 0x"))
