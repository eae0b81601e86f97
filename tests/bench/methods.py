class Account:
    def __init__(self, balance):
        self.balance = balance

    def deposit(self, amount):
        self.balance += amount
        return self.balance

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError("too much")
        self.balance -= amount
        return self.balance


def work(rounds):
    account = Account(100)
    for n in range(rounds):
        account.deposit(n % 7)
        account.withdraw(n % 5)
    return account.balance


print(work(1_000_000))
