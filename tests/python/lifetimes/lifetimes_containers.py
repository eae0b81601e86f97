class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


things = [Noisy("one"), Noisy("two"), Noisy("three")]
things.pop()
print("popped")
del things[0]
print("deleted")
things.clear()
print("cleared")
table = {"a": Noisy("value a"), "b": Noisy("value b")}
del table["a"]
print("key deleted")
table["b"] = 1
print("replaced")


class Holder:
    pass


h = Holder()
h.part = Noisy("part")
h.part = None
print("attribute replaced")
h.other = Noisy("other")
del h.other
print("attribute deleted")
h.last = Noisy("last")
h = None
print("holder gone")
