# `__del__` runs when the last name goes, at that point.
class Noisy:
    def __init__(self, name):
        self.name = name
        print("made", name)

    def __del__(self):
        print("gone", self.name)


a = Noisy("a")
del a
print("after del")
b = Noisy("b")
b = None
print("after None")
c = Noisy("c")
d = c
del c
print("still one name")
del d
print("no name")
e = Noisy("e1")
e = Noisy("e2")
print("rebound")
Noisy("temporary")
print("after the expression")
f = g = Noisy("f")
f = 1
print("g holds it")
g = 2
print("end")
