# Counter, ChainMap, OrderedDict, namedtuple, UserDict/UserList/UserString, defaultdict, deque: methods and texts.
from collections import *

c = Counter("abracadabra")
print(c, c.most_common(2), c["zz"], sorted(c.elements())[:4], c.total(), Counter(a=1, b=-1), +Counter(a=1, b=-1), -Counter(a=1, b=-1))
c.subtract("aab")
c.update(a=2)
print(c, c - Counter(a=3), c & Counter("abc"), c | Counter("zz"), Counter("ab") + Counter("b"), Counter("ab") <= Counter("abc"), Counter(a=0) == Counter())
del c["nothing"]
try:
    Counter.fromkeys("ab")
except NotImplementedError as e:
    print(e)
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
child = m.new_child({"c": 4})
child["a"] = 9
print(m, child["a"], m["a"], list(child), child.parents["a"], len(child), dict(child), child.maps[0], "b" in child)
for job in (lambda: child.pop("b"), lambda: m["zz"], lambda: child.__delitem__("b")):
    try:
        job()
    except KeyError as e:
        print(e)
o = OrderedDict.fromkeys("abc")
o.move_to_end("a")
o.move_to_end("c", last=False)
print(o, o.popitem(last=False), list(reversed(o)), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1) == {"a": 1}, o | {"z": 1})
P = namedtuple("P", "x y z", defaults=[0])
p = P(1, y=2)
print(p, p._asdict(), p._replace(x=5), P._fields, P._field_defaults, P._make([7, 8, 9]), p == (1, 2, 0), p[1], P.x.__doc__, P.__doc__, namedtuple("R", "a def a", rename=True)._fields, hash(p) == hash((1, 2, 0)))
for job in (lambda: P(), lambda: P(1, 2, 3, 4), lambda: p._replace(q=1), lambda: namedtuple("B", "a a"), lambda: namedtuple("B", "class"), lambda: namedtuple("B", "_x"), lambda: setattr(p, "x", 1), lambda: P._make([1])):
    try:
        job()
    except Exception as e:
        print(type(e).__name__, e)
d = defaultdict(list, a=[1])
d["b"].append(2)
print(d, d.get("c"), d.default_factory, d.copy() == d, defaultdict(int) | {"q": 1}, defaultdict(None))
try:
    defaultdict(5)
except TypeError as e:
    print(e)
q = deque([1, 2, 3], maxlen=3)
q.append(4)
q.appendleft(0)
q.rotate(1)
q.extendleft("ab")
print(q, q.maxlen, q.index("a"), q.count(0), q[0], q.copy(), deque("ab") + deque("c"), deque("ab") * 2, deque([1]) < deque([2]), list(reversed(q)), 0 in q)
q.insert(1, "x") if len(q) < 3 else q.remove(q[0])
q.insert(1, "x")
del q[0]
q.reverse()
print(q, q.pop(), q.popleft(), q)
for job in (lambda: q.pop(), lambda: q.popleft(), lambda: deque([1], maxlen=1).insert(0, 2), lambda: deque([1]).remove(5), lambda: deque(maxlen=-1), lambda: q[0]):
    try:
        job()
    except Exception as e:
        print(type(e).__name__, e)


class U(UserDict):
    def __setitem__(self, k, v):
        super().__setitem__(k.upper(), v)


u = U(a=1)
u.update(b=2)
print(u, u.data, "A" in u, U({"q": 1}) == {"Q": 1}, UserList([3, 1]) + [2], sorted(UserList([3, 1])), UserString("ab").upper(), UserString("a") + "b")
