import weakref


class Node:
    def __init__(self, name):
        self.name = name


n = Node("n")
r = weakref.ref(n)
print(r() is n, r().name)
del n
print(r())


def died(ref):
    print("callback", ref is s, ref())


m = Node("m")
s = weakref.ref(m, died)
alias = m
m = None
print("alias left", s() is alias)
alias = None
print("end", s())
try:
    weakref.ref(5)
except TypeError as error:
    print(error)
