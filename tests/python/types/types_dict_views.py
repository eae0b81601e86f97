# Views of dicts: live, set operations, reversed, changes while iterating, order.
d = {"a": 1, "b": 2, "c": 3}
k, v, i = d.keys(), d.values(), d.items()
d["d"] = 4
del d["a"]
print(k, v, i, len(k), "b" in k, 3 in v, ("c", 3) in i, ("c", 4) in i)
print(k & {"b", "z"}, sorted(k | ["x"]), k - {"b"}, sorted(k ^ {"b", "q"}), i & {("b", 2)}, k.isdisjoint("xyz"), k == {"b", "c", "d"}, k < {"b", "c", "d", "e"}, i >= {("b", 2)})
print(list(reversed(d)), list(reversed(v)), list(reversed(i)), k.mapping, type(k).__name__)
try:
    for key in d:
        d[key + "!"] = 0
except RuntimeError as e:
    print(e, len(d))
try:
    for key in list(d):
        del d[key]
    for key in d:
        pass
    it = iter({1: 1, 2: 2})
    print(next(it))
    d.update(x=1, y=2)
    for key in d:
        d.pop("x")
except RuntimeError as e:
    print(e)
e = {1: "a", True: "b", 1.0: "c", "1": "d"}
print(e, e.pop(1), e.popitem(), e, e.setdefault("n"), e.setdefault("n", 5), e)
x, y = {"a": 1, "b": 2}, {"b": 3, "c": 4}
print(x | y, y | x, {**x, **y}, dict(x, z=9), dict([("p", 1)], q=2), dict.fromkeys("ab"), dict.fromkeys([1], []))
x |= [("k", 5)]
print(x, x == dict(reversed(list(x.items()))), {1: {2: {}}} == {1: {2: {}}}, x != y)
for job in (lambda: {}.popitem(), lambda: {[]: 1}, lambda: {}["k"], lambda: dict(5), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: {} | [], lambda: {1: 2} < {}, lambda: d.pop("no"), lambda: k + k, lambda: v == v, lambda: d.values() == d.values()):
    try:
        print(job())
    except Exception as e:
        print(type(e).__name__, e)
