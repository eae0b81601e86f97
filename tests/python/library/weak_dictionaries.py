# Weak dictionaries: what leaves them, and what they answer.
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Node({self.name})"


a, b, c = Node("a"), Node("b"), Node("c")
values = weakref.WeakValueDictionary({"a": a, "b": b})
values["c"] = c
keys = weakref.WeakKeyDictionary({a: 1, b: 2})
print(sorted(values), len(values), values["a"], values.get("zz"), "b" in values, sorted(values.items())[:1])
print(len(keys), keys[a], b in keys, c in keys, keys.get(c, "none"), keys.setdefault(c, 3))
del b
gc.collect()
print(sorted(values), len(keys), sorted(keys.values()), [k.name for k in keys])
print(values.pop("c"), values.pop("c", "gone"), keys.pop(c), len(values), len(keys))
try:
    values["zz"]
except KeyError as e:
    print("KeyError", e)
try:
    keys["text"]
except (KeyError, TypeError) as e:
    print(type(e).__name__)
other = weakref.WeakValueDictionary(a=a)
other.update({"x": c})
print(sorted((values | other).keys()), sorted(other.copy().keys()), other == other, sorted(other.valuerefs(), key=repr) != [])
print([r() for r in keys.keyrefs()], list(keys), dict(keys) == {a: 1}, keys.popitem(), len(keys))
values.clear()
print(dict(values), repr(values)[:23], repr(keys)[:22])
