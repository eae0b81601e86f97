import multiprocessing as mp, pickle, threading
from collections import OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass
from enum import Enum

Point = namedtuple("Point", "x y")

class Color(Enum):
    RED = 1

@dataclass
class Cart:
    id: int
    items: list

class Node:
    def __init__(self, v):
        self.v = v
        self.next = None

    def twice(self):
        return self.v * 2

class Slim:
    def __init__(self, a):
        self.a = a

    def __getstate__(self):
        return {"a": self.a + 1}

    def __setstate__(self, state):
        self.a = state["a"] * 10

class Reduced:
    def __init__(self, x):
        self.x = x

    def __reduce__(self):
        return (Reduced, (self.x + 1,))

class MyList(list):
    pass

class Error(Exception):
    def __init__(self, code):
        super().__init__("code %d" % code)
        self.code = code

    def __reduce__(self):
        return (Error, (self.code,))

def func(x):
    return x

def there(v):
    return pickle.loads(pickle.dumps(v))

n = Node(3)
n.next = n
m = there(n)
print(m.v, m.next is m, there(n.twice)())
print(there([1, -5, 2**70, 1.5, "é", b"\x00", None, True, (1, (2,)), {1: {2}}, frozenset([3]), 2j, range(3), ...]))
print(there(Point(1, 2)), there(Color.RED) is Color.RED, there(Cart(1, ["a"])))
print(there(Slim(1)).a, there(Reduced(1)).x, there(func) is func, there(len) is len, there(Node) is Node, there(int) is int)
print(there(OrderedDict(a=1)), there(deque([1, 2], 3)), there(defaultdict(list, a=[1])))
l = MyList([1, 2])
l.tag = "t"
print(there(l), there(l).tag, type(there(l)).__name__)
e = there(Error(7))
print(repr(e), e.code, repr(there(ValueError("a", 2))))
a = [1]
b = there([a, a])
print(b[0] is b[1])

def local():
    def inner():
        pass
    return inner

for v in (lambda: 0, local(), threading.Lock(), (x for x in []), threading):
    try:
        pickle.dumps(v)
        print("pickled")
    except Exception as err:
        print(type(err).__module__, type(err).__name__, str(err).split(" at 0x")[0])
