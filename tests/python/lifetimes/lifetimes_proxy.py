import weakref


class Account:
    def __init__(self, balance):
        self.balance = balance

    def deposit(self, amount):
        self.balance += amount
        return self.balance


a = Account(10)
p = weakref.proxy(a)
print(p.balance, p.deposit(5))
p.balance = 100
print(a.balance)
del a
try:
    p.deposit(1)
except ReferenceError as error:
    print(type(error).__name__, error)


class Button:
    def __init__(self):
        self.clicks = 0

    def click(self):
        self.clicks += 1
        return self.clicks


b = Button()
m = weakref.WeakMethod(b.click)
print(m()(), m()())
b = None
print(m())
q = Account(1)
print(weakref.getweakrefcount(q))
r1 = weakref.ref(q)
r2 = weakref.ref(q)
print(r1 is r2, weakref.getweakrefcount(q), r1 == r2, hash(r1) == hash(q))
