# Class attributes that change while instances are used.
class Counter:
    made = 0
    step = 1
    log = []

    def __init__(self):
        Counter.made += 1
        self.number = Counter.made

    def bump(self):
        self.number += self.step
        return self.number


a, b = Counter(), Counter()
print(Counter.made, a.made, b.number)
Counter.step = 10
print(a.bump(), b.bump())
a.step = 100
print(a.bump(), b.bump(), a.__dict__, b.__dict__)
del a.step
print(a.bump())
Counter.step = property(lambda self: 1000)
print(a.bump(), b.bump())
Counter.bump = lambda self: "replaced"
print(a.bump())
del Counter.bump
try:
    a.bump()
except AttributeError as error:
    print(error)


class Sub(Counter):
    made = 50


c = Sub()
print(Sub.made, Counter.made, c.made, c.number)
c.extra = 1
for name in ("made", "extra", "missing"):
    print(name, hasattr(c, name), getattr(c, name, "default"))
c.log.append("shared")
print(a.log, Sub.log is Counter.log)
for n in range(40):
    setattr(c, f"field{n}", n)
print(sum(v for k, v in vars(c).items() if k.startswith("field")), len(vars(c)))
del c.field3
c.field3 = "again"
print(list(vars(c))[-1], c.field39, "field3" in c.__dict__)
a.__dict__["direct"] = 1
print(a.direct)
a.__class__ = Sub
print(type(a).__name__, a.made, a.direct)
