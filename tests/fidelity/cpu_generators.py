def squares(n):
    for i in range(n):
        yield i * i


for _ in range(4):
    sum(x for x in squares(500_000) if x % 3)
