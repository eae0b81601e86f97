# Slices: reading, assigning and deleting, negative steps, slice objects and their indices, errors.
s = list(range(10))
print(s[2:5], s[:-3], s[::3], s[::-1], s[8:2:-2], s[-3:], s[20:], s[5:1], s[-100:3], s[:], "hello"[::-1], (1, 2, 3)[1:], range(10)[2:8:2], range(10)[::-1])
a = list("abcdef")
a[1:3] = "XYZ"
print(a)
a[::2] = [1, 2, 3, 4]
print(a)
a[2:2] = ["ins"]
a[len(a):] = ["end"]
a[:0] = ["start"]
print(a)
del a[1:4], a[::2]
print(a)
a[1:] = []
a *= 2
print(a, a * 0, [0] * -1)
sl = slice(1, 10, 2)
print(sl, sl.start, sl.stop, sl.step, sl.indices(5), slice(None, None, -1).indices(5), slice(-3, None).indices(5), slice(3) == slice(None, 3, None), hash(slice(1, 2)) == hash(slice(1, 2)))
first, *middle, last = s
(p, q), [r, *t] = (1, 2), [3, 4, 5]
print(first, middle, last, p, q, r, t, [*range(3), *"ab"], {**{"k": 1}, "z": 2})
b = bytearray(b"hello")
b[1:3] = b"EY"
b[::2] = b"123"
print(b, b[1], b[-1:], memoryview if False else bytes(b)[1:3])


class Idx:
    def __index__(self):
        return 2


print(s[Idx()], s[Idx():], s[: Idx()], [1, 2, 3][Idx()], "abc"[Idx()])
for job in (
    lambda: s[1.5],
    lambda: s["a"],
    lambda: s[::0],
    lambda: s[10],
    lambda: s.__setitem__(slice(0, 4, 2), [1]),
    lambda: s.__setitem__(slice(0, 1), 5),
    lambda: s.__delitem__(99),
    lambda: (1, 2)[None:"x"],
    lambda: "abc".__setitem__(0, "x"),
    lambda: range(3)[5],
):
    try:
        print(job())
    except Exception as e:
        print(type(e).__name__, e)
try:
    x, y = [1, 2, 3]
except ValueError as e:
    print(e)
try:
    x, *y, z = [1]
except ValueError as e:
    print(e)
