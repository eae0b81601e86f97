def work():
    x, y = 0.0, 1.0
    for _ in range(4_000_000):
        x = x * 0.5 + y
        y = y - x * 0.1
    return x + y


work()
