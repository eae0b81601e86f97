# json, csv-like, pickle and log files, as programs keep their data.
import json, os, pickle
data = {"name": "Ada", "tags": ["x", "y"], "n": 1.5, "none": None}
with open("d.json", "w") as f:
    json.dump(data, f, indent=2)
with open("d.json") as f:
    print(json.load(f) == data, os.path.getsize("d.json"))
print(open("d.json").read())
with open("d.pickle", "wb") as f:
    pickle.dump(data, f)
    pickle.dump([1, 2], f)
with open("d.pickle", "rb") as f:
    print(pickle.load(f), pickle.load(f))
    try:
        pickle.load(f)
    except EOFError as e:
        print("EOFError", e)
with open("rows.csv", "w", newline="") as f:
    for row in (("a", 1), ("b", 2)):
        print(*row, sep=",", file=f)
with open("rows.csv") as f:
    print([line.rstrip("\n").split(",") for line in f])
words = "the quick the lazy the end".split()
with open("words.txt", "w") as f:
    f.writelines(w + "\n" for w in words)
counts = {}
with open("words.txt") as f:
    for line in f:
        w = line.strip()
        counts[w] = counts.get(w, 0) + 1
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])))
try:
    json.load(open("words.txt"))
except json.JSONDecodeError as e:
    print(e)
print(sum(1 for _ in open("words.txt")), max(open("words.txt"), key=len), *open("words.txt").read().split()[:2])
with open("a.txt", "w") as a, open("b.txt", "w") as b:
    a.write("1\n2\n"); b.write("x\ny\n")
with open("a.txt") as a, open("b.txt") as b:
    print([(x.strip(), y.strip()) for x, y in zip(a, b)])
