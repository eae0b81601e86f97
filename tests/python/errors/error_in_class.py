class Tank:
    def __init__(self, size):
        self.level = 0
        self.size = size

    def fill(self, amount):
        if self.level + amount > self.size:
            raise OverflowError(f"{amount} too much for {self.size}")
        self.level += amount


tank = Tank(10)
for amount in (4, 5, 6):
    tank.fill(amount)
    print(tank.level)
