from collections.abc import ItemsView, KeysView, Mapping, MutableMapping, Set, ValuesView


class Roman(Mapping):
    data = {"i": 1, "v": 5}

    def __getitem__(self, key):
        return self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return "Roman()"


class Bag(Set):
    def __init__(self, items=()):
        self.items = sorted(set(items))

    def __contains__(self, x):
        return x in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def __repr__(self):
        return f"Bag({self.items})"


r = Roman()
print(r.keys(), r.items(), r.values(), len(r.keys()), list(r.items()))
print("i" in r.keys(), ("v", 5) in r.items(), ("v", 6) in r.items(), 5 in r.values(), r.keys() & {"i", "q"}, r.keys() | ["z"] == {"i", "v", "z"})
print(r == {"i": 1, "v": 5}, r != {}, r.get("x", 0), dict(r), {**r}, isinstance(r.keys(), KeysView), isinstance({}.items(), ItemsView))
print(Bag([1, 2]) & {2, 3}, {5} | Bag([1]), [9] | Bag([1]), {1, 2, 3} - Bag([2]), Bag([1, 2]) ^ {2, 7}, Bag([1]) <= Bag([1, 2]), Bag([1]) == {1})
print(Bag([1]) == [1], Bag([1]).isdisjoint([2]), {1} == Bag([1]), ValuesView({"a": 1}), KeysView([1, 2]))
for f in (lambda: Bag() < 3, lambda: Bag() | 5, lambda: MutableMapping(), lambda: r.keys().add(1), lambda: hash(Bag())):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
