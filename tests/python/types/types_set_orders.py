# A union of a frozenset is another set; displays of constants are made as one; the order of what methods and operators make.

f = frozenset("ab")
print(sorted(f.union("c")), sorted(f), f.union() == f, f.union([]) is f)


class Marked(frozenset):
    pass


m = Marked("xy")
print(type(m.union("z")).__name__, sorted(m.union("z")), sorted(m))
print(frozenset("  padded  ").union(frozenset({1, 2}) ^ frozenset(range(5))))
print(frozenset("  padded  ").union([0, 3, 4]), frozenset("padde") | {0}, frozenset("padde").union([0]))
print({(), 3, True}, {(), 3, True}.union([True, 1, 1.0]))
s = {(), 3, 1}
print(s.pop(), s)
a, b, c = (), 3, True
print({a, b, c}, {(), 3, c}, {(1, 2), "a", -1, 2.5, None, b"x"}, {1, 2, 3, 4, 5, 33, 65, -3})
print({8, 0, 16, 24, 32}, {*(8, 0), 16, 24, 32}, {x for x in (8, 0, 16, 24, 32)}, set((8, 0, 16, 24, 32)))
