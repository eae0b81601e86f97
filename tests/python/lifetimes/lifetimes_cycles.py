import gc


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None

    def __del__(self):
        print("gone", self.name)


gc.disable()
a, b = Node("a"), Node("b")
a.other, b.other = b, a
del a, b
print("a circle holds both")
gc.collect()
print("collected")
c = Node("c")
c.other = c
c = None
print("holds itself")
gc.collect()
print("end")
