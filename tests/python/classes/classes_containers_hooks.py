# Container hooks: __getitem__ with slices and tuples, __contains__ fallbacks, __reversed__, __length_hint__, __bool__, __missing__.
class Seq:
    def __init__(self, *items):
        self.items = list(items)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return ("slice", i.start, i.stop, i.step, i.indices(len(self.items)))
        if isinstance(i, tuple):
            return ("tuple", i)
        return self.items[i]

    def __len__(self):
        return len(self.items)

    def __setitem__(self, i, v):
        print("set", i, v)

    def __delitem__(self, i):
        print("del", i)


s = Seq(1, 2, 3)
print(s[0], s[-1], s[1:], s[::2], s[1, 2], s[...], s[1:2, 3]) if False else print(s[0], s[-1], s[1:], s[::2], s[1, 2], s[1:2, 3])
print(list(s), 2 in s, 9 in s, list(reversed(s)), bool(s), bool(Seq()), list(zip(s, "ab")), max(s), [*s], (lambda *a: a)(*s))
s[0] = 1
s[1:3] = "x"
del s[2], s[::-1]
s[0] += 10


class Missing(dict):
    def __missing__(self, key):
        return f"<{key}>"


m = Missing(a=1)
print(m["a"], m["b"], m.get("b"), "b" in m, "{a} {zzz}".format_map(m), "%(q)s" % m)


class Truth:
    def __init__(self, v):
        self.v = v

    def __bool__(self):
        print("asked", end=" ")
        return self.v


print(not Truth(True), Truth(False) or "other", [x for x in (1, 2) if Truth(x == 2)], any([Truth(False), Truth(True)]))
for bad in (type("B", (), {"__bool__": lambda self: 2}), type("L", (), {"__len__": lambda self: -1}), type("F", (), {"__len__": lambda self: 1.5})):
    try:
        print(bool(bad()))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class Only:
    def __iter__(self):
        return iter([1, 2])


class Back:
    def __reversed__(self):
        return iter("cba")


print(1 in Only(), 5 in Only(), list(reversed(Back())), sorted(Only(), reverse=True), tuple(Only()), set(Only()), dict(zip(Only(), Only())))
for job in (lambda: reversed(Only()), lambda: len(Only()), lambda: Only()[0], lambda: 3 in 5, lambda: iter(5), lambda: next(Only())):
    try:
        print(job())
    except TypeError as e:
        print(e)
