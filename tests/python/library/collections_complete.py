from collections import Counter, OrderedDict, defaultdict, deque, namedtuple, ChainMap, UserDict, UserList, UserString

c = Counter("mississippi")
print(c, c.most_common(2), c["z"], sorted(c.elements()), c.total(), c + Counter("miss"), c - Counter("ssss"), c & Counter("sip"), c | Counter("mm"), +Counter(a=1, b=-1), -Counter(a=1, b=-1))
c.update("mm"), c.subtract({"i": 2})
print(c, Counter(a=3) == Counter(a=3, b=0), Counter(a=1) <= Counter(a=2), Counter(a=1) < Counter(a=1), dict(Counter([1, 1])), Counter(), repr(Counter({"x": 2})), c.copy() == c)
od = OrderedDict(a=1, b=2, c=3)
od.move_to_end("a"), od.move_to_end("c", last=False)
print(od, od.popitem(), od.popitem(last=False), list(reversed(OrderedDict(x=1, y=2))), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1}, od | {"q": 1})
dd = defaultdict(list, {"x": [1]})
dd["y"].append(2)
print(dd, dd.default_factory, defaultdict(int)["q"], dd.get("none"), "none" in dd, defaultdict(lambda: 5)["a"], dd | {"z": 1}, dd.copy())
d = deque([1, 2, 3], maxlen=3)
d.append(4), d.appendleft(0), d.rotate(1), d.extend([7, 8]), d.extendleft([9])
print(d, d.maxlen, d[0], d.index(7), d.count(7), list(reversed(d)), deque("abc") + deque("d"), deque([1]) * 2, d.copy(), deque([1, 2]) < deque([1, 3]))
d.insert(1, 5) if len(d) < 3 else d.pop()
d.remove(9), d.reverse()
print(d, d.popleft(), bool(deque()), deque(maxlen=0), 7 in d)
P = namedtuple("Point", "x y z", defaults=[0])
p = P(1, 2)
print(p, p._asdict(), p._replace(x=9), P._fields, P._field_defaults, P._make([1, 2, 3]), p == (1, 2, 0), p.index(2), *p, P.__doc__, p.x + p[1], isinstance(p, tuple), namedtuple("R", ["class", "a", "a"], rename=True)._fields)
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
m["c"] = 4
print(m, m["a"], m["b"], dict(m) == {"a": 1, "b": 3, "c": 4}, m.maps, m.new_child({"b": 0})["b"], m.parents, len(m), list(m), "b" in m)


class D(UserDict):
    def __setitem__(self, k, v):
        super().__setitem__(str(k), v)


u = D({1: 2})
u[3] = 4
print(u, u.data, UserList([3, 1]) + [2], UserString("ab").upper(), type(UserString("a") + "b").__name__, sorted(UserList([2, 1])))
for bad in (lambda: deque().pop(), lambda: deque([1]).remove(2), lambda: deque(maxlen=-1), lambda: namedtuple("A", "1x"), lambda: namedtuple("A", "a a"), lambda: namedtuple("A", "_x"), lambda: P(1), lambda: P(1, 2, 3, 4), lambda: p._replace(q=1), lambda: defaultdict(3), lambda: OrderedDict().popitem(), lambda: m.__delitem__("b"), lambda: deque([1, 2], 1).insert(0, 3), lambda: Counter.fromkeys("a"), lambda: deque().index(1), lambda: dd["x"]["y"], lambda: P(1, 2, q=1), lambda: m["nope"], lambda: deque([1])[5]):
    try:
        print(bad())
    except (IndexError, ValueError, TypeError, KeyError, AttributeError, NotImplementedError) as e:
        print(type(e).__name__, e)
