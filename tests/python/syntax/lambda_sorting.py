people = [{"name": "Ann", "age": 30}, {"name": "bob", "age": 25}, {"name": "Cid", "age": 30}]
print([p["name"] for p in sorted(people, key=lambda p: p["age"])])
print([p["name"] for p in sorted(people, key=lambda p: (-p["age"], p["name"].lower()), reverse=True)])
print(sorted("Hello World".split(), key=len), sorted([5, 2, 9], key=lambda n: n % 5), min(people, key=lambda p: p["name"])["name"], max(people, key=lambda p: p["age"])["name"])
records = [("x", 3), ("y", 1), ("z", 3), ("w", 2)]
records.sort(key=lambda r: r[1], reverse=True)
print(records)


class Item:
    def __init__(self, weight):
        self.weight = weight

    def __lt__(self, other):
        return self.weight < other.weight

    def __repr__(self):
        return f"Item({self.weight})"


items = [Item(3), Item(1), Item(2)]
print(sorted(items), min(items), max(items), sorted(items, reverse=True))
words = ["banana", "fig", "apple", "kiwi"]
words.sort(key=lambda w: (len(w), w))
print(words, sorted(words, key=lambda w: w[-1]), sorted(set("banana")), sorted({"b": 1, "a": 2}.items()))
big = [(i * 7919) % 1009 for i in range(200)]
print(sorted(big) == sorted(sorted(big, reverse=True)), sorted(big)[:5], sorted(range(20), key=lambda n: (n % 3, -n)))
try:
    sorted([Item(1), 2])
except TypeError as error:
    print(error)
try:
    [3, "a", None].sort()
except TypeError as error:
    print(error)
print(list(map(lambda pair: pair[0] * pair[1], zip([1, 2], [3, 4]))), (lambda *a: sum(a))(1, 2, 3), [f(3) for f in (lambda x: x + 1, lambda x: x * 2)])
