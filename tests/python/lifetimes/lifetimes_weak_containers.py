import weakref


class Image:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Image({self.name})"


cache = weakref.WeakValueDictionary()
one, two = Image("one"), Image("two")
cache["one"] = one
cache["two"] = two
print(sorted(cache), len(cache))
del one
print(sorted(cache), len(cache), "one" in cache, cache.get("one"))
keys = weakref.WeakKeyDictionary()
keys[two] = "data"
print(len(keys), keys[two])
seen = weakref.WeakSet([two])
print(len(seen), two in seen)
del two
print(len(cache), len(keys), len(seen))
