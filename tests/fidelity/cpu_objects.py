class Account:
    def __init__(self, start):
        self.balance = start
        self.moves = 0

    def add(self, amount):
        self.balance += amount
        self.moves += 1
        return self.balance


def work():
    for start in range(4_000):
        account = Account(start)
        for amount in range(150):
            account.add(amount)


work()
