ages = {"ann": 30, "bob": 25}
ages["cid"] = 35
print(ages, len(ages), ages["bob"], ages.get("dan"), ages.get("dan", 0))
print(list(ages), list(ages.keys()), list(ages.values()), list(ages.items()))
for name, age in ages.items():
    print(name, age)
print("ann" in ages, 30 in ages.values(), ages.pop("ann"), ages.pop("zed", None), ages)
ages.update({"eve": 1}, fay=2)
ages.setdefault("eve", 99)
ages.setdefault("gus", []).append(4)
print(ages)
print({n: n * n for n in range(5)}, {k: v for v, k in enumerate("ab")})
print(dict(a=1, b=2), dict([("x", 1), ("y", 2)]), dict(zip("ab", [1, 2])), dict.fromkeys("ab", 0))
print({"a": 1} | {"b": 2, "a": 3}, {**{"p": 1}, "q": 2})
merged = {"a": 1}
merged |= {"c": 3}
print(merged, merged == {"c": 3, "a": 1})
del merged["a"]
print(merged, merged.popitem(), merged, bool(merged))
print({1: "int", 1.0: "float", True: "bool"}, {(1, 2): "tuple", None: "none", "s": 's'})
counts = {}
for letter in "mississippi":
    counts[letter] = counts.get(letter, 0) + 1
print(counts, sorted(counts.items(), key=lambda item: (-item[1], item[0])), max(counts, key=counts.get))
order = {}
for key in ["z", "a", "m"]:
    order[key] = True
order["z"] = False
del order["a"]
order["a"] = None
print(order, list(reversed(order)))
try:
    ages["nobody"]
except KeyError as error:
    print("KeyError", error, repr(error))
try:
    {[]: 1}
except TypeError as error:
    print(error)
print(ages.keys() & {"eve", "x"}, ages.items() >= {("fay", 2)}, sorted(ages.keys() | {"zoe"}))
copy = ages.copy()
copy["new"] = 1
print("new" in ages, {"a": {"b": [1, {"c": 2}]}}["a"]["b"][1]["c"])
try:
    for key in order:
        order[key + "x"] = 1
except RuntimeError as error:
    print(error)
