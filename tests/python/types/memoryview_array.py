from array import array

b = bytearray(b"hello")
m = memoryview(b)
print(len(m), m[0], m[1:3].tobytes(), bytes(m), m.tolist(), m.nbytes, m.itemsize, m.format, m.readonly, m.ndim, m.shape, m.strides, m.obj is b, m.hex(), m.contiguous)
m[0] = 72
m[1:3] = b"EL"
print(b, m == b"HELlo", m[::-1].tobytes(), list(m[:2]), memoryview(b"abc").readonly, memoryview(b"abc") == b"abc", 72 in m, hash(memoryview(b"a")) == hash(b"a"), bytes(m[1:][1:]), m.toreadonly().readonly)
with memoryview(b"xyz") as v:
    print(v[-1], v[0:2] == b"xy", bytes(v), v.cast("B").tolist())
for bad in (lambda: memoryview("x"), lambda: memoryview(b"a").__setitem__(0, 1), lambda: m[10], lambda: m.__setitem__(0, 300), lambda: m.__setitem__(slice(0, 2), b"abc"), lambda: v[0], lambda: hash(m), lambda: m.__setitem__(0, "a")):
    try:
        print(bad())
    except (TypeError, ValueError, IndexError) as e:
        print(type(e).__name__, e)
a = array("i", [1, 2, 3])
a.append(4), a.extend([5, 6]), a.insert(0, 0)
print(a, a.typecode, a.itemsize, len(a), a[1], a[1:3], a[-1], a.tolist(), a.index(3), a.count(2), a.pop(), a.pop(0), 3 in a, a == array("i", [1, 2, 3, 4, 5]), sum(a), max(a))
a[0] = 10
a[1:2] = array("i", [7, 7])
a.remove(7), a.reverse()
print(a, a + array("i", [9]), a * 2, array("d", [1.5]), array("f", [0.1])[0], array("b", b"\x01\xff"), array("i"), a.tobytes()[:8], sorted(a), list(reversed(a)), array("B", range(3)).tobytes(), array("i", a) == a)
c = array("h")
c.frombytes(b"\x01\x00\x02\x00")
c.byteswap()
print(c, array("i", [1]) < array("i", [2]), array("i", [1]) == [1], repr(array("l", [2**40])), bool(array("i")), array("q", [1, 2]).buffer_info()[1])
for bad in (lambda: array("z"), lambda: array("i", ["a"]), lambda: array("b", [200]), lambda: array("i", [1.5]), lambda: a[99], lambda: a.remove(99), lambda: array("i").pop(), lambda: a + [1], lambda: array("B", [-1]), lambda: a.index(99), lambda: a.__setitem__(99, 1), lambda: array(), lambda: a.append("x"), lambda: array("I", [-1])):
    try:
        print(bad())
    except (TypeError, ValueError, IndexError, OverflowError) as e:
        print(type(e).__name__, e)
