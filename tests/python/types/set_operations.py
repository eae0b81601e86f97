a = {1, 2, 3, 4}
b = {3, 4, 5}
print(a | b, a & b, a - b, a ^ b)
print(a.union(b), a.intersection(b), a.difference(b), a.symmetric_difference(b))
print(a <= b, {3} <= a, a >= {1, 2}, a.isdisjoint({9}), {1, 2}.issubset(a), a.issuperset({1}))
a.add(10)
a.discard(99)
a.remove(1)
print(sorted(a), len(a), 10 in a, 1 not in a)
a.update([20, 30])
a &= {2, 3, 20}
print(sorted(a))
print(set(), set("a"), {*[1, 1, 2]}, frozenset([1, 2, 2]), sorted(set("hello")))
print({n % 3 for n in range(10)}, {1, 2} == {2, 1}, {1.0, 1, True})
seen = {frozenset({1}): "one"}
print(seen[frozenset([1])])
try:
    a.remove(999)
except KeyError as error:
    print("KeyError", error)
try:
    {[1]}
except TypeError as error:
    print(error)
print(sorted({"b", "a", "c"}), max({3, 9, 2}), sum({1, 2, 3}), {1}.pop())
