# The bytes of pickles, by protocol.
import pickle


class A:
    def __init__(self):
        self.x = 1
        self.y = [1, 2]


class Empty:
    pass


class Slots:
    __slots__ = ("a", "b")


class L(list):
    pass


s = Slots()
s.a = 1
loop = []
loop.append(loop)
x = "abc"
objects = [
    None, True, 1, 255, 256, 65536, -1, 2**31, -2**31, 2**40, -2**70, 1.5, "h\u00e9llo", b"by", bytearray(b"q"), (), (1,), (1, 2), (1, 2, 3),
    (1, 2, 3, 4), [], [1], [1, 2], {}, {"a": 1}, {"a": 1, "b": [x, x]}, {1}, set(), frozenset([1]), range(3), 1j, slice(1, 2), ..., len, A,
    Empty(), A(), L([1, 2]), ValueError("x", 2), loop, type(None),
]
for protocol in (0, 1, 2, 3, 4, 5):
    for o in objects:
        print(protocol, pickle.dumps(o, protocol))
for protocol in (2, 4):
    print(protocol, pickle.dumps(s, protocol))
for o in ("x" * 300, b"z" * 300, list(range(1001)), {i: i for i in range(1001)}, "y" * 70000, ["y" * 40000, "z" * 40000]):
    data = pickle.dumps(o)
    print(len(data), sum(data), pickle.loads(data) == o)
