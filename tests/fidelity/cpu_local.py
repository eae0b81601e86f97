def work():
    n = 0
    while n < 8_000_000:
        n = n + 1


work()
