def work():
    seen = {}
    for i in range(1_500_000):
        key = i % 1009
        seen[key] = seen.get(key, 0) + i
    return seen


work()
