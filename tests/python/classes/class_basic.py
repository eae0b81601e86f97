class Account:
    bank = "First"
    opened = 0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        Account.opened += 1

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < 0:
            raise ValueError("overdrawn")
        self._balance = value

    @classmethod
    def named(cls, text):
        owner, balance = text.split(":")
        return cls(owner, int(balance))

    @staticmethod
    def fee(amount):
        return amount * 0.01

    def __repr__(self):
        return f"Account({self.owner!r}, {self._balance})"


a = Account("ann", 10)
b = Account.named("bob:25")
print(a, b, Account.opened, a.bank, Account.bank, Account.fee(200), a.fee(100))
a.balance += 5
print(a.balance, [a, b], {"k": a}, (b,))
try:
    a.balance = -1
except ValueError as error:
    print(error)
a.bank = "Second"
print(a.bank, b.bank, "bank" in a.__dict__, sorted(a.__dict__), hasattr(a, "owner"), hasattr(a, "nothing"), getattr(a, "nothing", "default"))
setattr(a, "extra", [1])
a.extra.append(2)
print(a.extra, a.__class__.__name__, type(a) is Account, isinstance(a, Account), Account.__name__, Account.__qualname__, a.__module__)
delattr(a, "extra")
for attempt in (lambda: a.extra, lambda: Account.missing, lambda: (5).foo, lambda: None.x, lambda: setattr(a, "balance2", 1), lambda: [].push(1)):
    try:
        print(attempt())
    except AttributeError as error:
        print(error)
method = a.__repr__
print(method(), Account.__repr__(b), callable(a), callable(Account))


class Empty:
    pass


e = Empty()
e.x, e.y = 1, 2
print(vars(e), e == e, e == Empty(), e != Empty(), bool(e))


class Fixed:
    @property
    def value(self):
        return 1


try:
    Fixed().value = 2
except AttributeError as error:
    print(error)


class Slots:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1


s = Slots()
s.b = 2
print(s.a, s.b)
try:
    s.c = 3
except AttributeError as error:
    print(error)
