from collections import Counter

NOUNS = ["core", "thread", "task", "queue", "lock", "event", "socket", "worker", "signal", "timer"]
VERBS = ["waits", "runs", "sleeps", "blocks", "wakes", "stops", "starts"]


def text(words):
    parts = []
    for n in range(words // 4):
        parts.append(f"The {NOUNS[n % 10]} {VERBS[n % 7]} {n % 97},")
    return "\n".join(parts)


def count(source):
    counts = {}
    for line in source.splitlines():
        for word in line.split():
            word = word.strip(".,").lower()
            if word in counts:
                counts[word] += 1
            else:
                counts[word] = 1
    return counts


source = text(200_000)
counts = count(source)
print(len(counts), sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:5])
print(Counter(source.replace(",", "").split()).most_common(3))
