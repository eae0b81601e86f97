TEXT = "the quick brown fox jumps over the lazy dog while the other fox sleeps under a tree"


def count(rounds):
    counts = {}
    for n in range(rounds):
        for word in TEXT.split():
            key = word + str(n % 50)
            counts[key] = counts.get(key, 0) + 1
    return len(counts), max(counts.values())


print(count(40_000))
