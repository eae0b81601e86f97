import weakref


class Parent:
    def __init__(self):
        self.children = []

    def add(self, name):
        child = Child(self, name)
        self.children.append(child)
        return child

    def __del__(self):
        print("parent gone")


class Child:
    def __init__(self, parent, name):
        self.parent = weakref.ref(parent)
        self.name = name

    def owner(self):
        parent = self.parent()
        return "nobody" if parent is None else f"parent of {len(parent.children)}"

    def __del__(self):
        print("child gone:", self.name)


p = Parent()
kept = p.add("kept")
p.add("other")
print(kept.owner())
del p
print(kept.owner())
del kept
print("end")
