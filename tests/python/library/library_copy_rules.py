# copy and deepcopy: sharing, cycles, memo, hooks, slots, replace.
import copy
from collections import OrderedDict, namedtuple
from dataclasses import dataclass


class Node:
    def __init__(self, v, kids=()):
        self.v, self.kids = v, list(kids)


a = [1, [2, 3], {"k": {4}}]
s, d = copy.copy(a), copy.deepcopy(a)
a[1].append(9)
print(s, d, s[1] is a[1], d[1] is a[1], d[2]["k"] is a[2]["k"])
n = Node(1, [Node(2)])
n.kids.append(n)
m = copy.deepcopy(n)
print(m.kids[1] is m, m.kids[0].v, m is n, copy.copy(n).kids is n.kids)
shared = [1]
x = copy.deepcopy([shared, shared])
print(x[0] is x[1], x[0] is shared)
t = (1, (2, "a"), None, 3.5, frozenset({1}))
print(copy.deepcopy(t) is t, copy.copy(t) is t, copy.copy(print) is print, copy.deepcopy(Node) is Node, copy.deepcopy((1, [2])) == (1, [2]))


class Hooks:
    def __init__(self):
        self.log = []

    def __copy__(self):
        h = Hooks()
        h.log = self.log + ["copied"]
        return h

    def __deepcopy__(self, memo):
        h = Hooks()
        memo[id(self)] = h
        h.log = copy.deepcopy(self.log, memo) + ["deep"]
        return h


print(copy.copy(Hooks()).log, copy.deepcopy([Hooks()] * 2)[1].log)


class State:
    def __init__(self):
        self.a, self.b = 1, 2

    def __getstate__(self):
        return {"a": self.a}

    def __setstate__(self, state):
        self.__dict__.update(state, restored=True)


class Slotted:
    __slots__ = ("p", "q")

    def __init__(self, p):
        self.p = p


class Sub(list):
    pass


print(vars(copy.copy(State())), vars(copy.deepcopy(State())), copy.deepcopy(Slotted([1])).p, hasattr(copy.copy(Slotted(1)), "q"))
l = Sub([1, [2]])
l.extra = {"x": 1}
k = copy.deepcopy(l)
print(type(k).__name__, k, k.extra, k[1] is l[1], copy.copy(l).extra is l.extra, copy.copy(OrderedDict(a=1)))


@dataclass
class P:
    x: int
    y: list


P2 = namedtuple("P2", "a b")
p = P(1, [2])
print(copy.replace(p, x=5), copy.replace(P2(1, 2), b=7), copy.copy(p).y is p.y, copy.deepcopy(p) == p, copy.deepcopy(P2([1], 2)))
for job in (lambda: copy.replace(5, x=1), lambda: copy.replace(p, z=1), lambda: copy.deepcopy((i for i in "a"))):
    try:
        job()
    except TypeError as e:
        print(e)
