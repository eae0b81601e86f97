print([n * n for n in range(6) if n % 2], [(a, b) for a in range(3) for b in "xy"], [[c for c in row] for row in ["ab", "cd"]])
print({n: chr(97 + n) for n in range(3)}, {len(w) for w in ["a", "bb", "cc"]}, sum(n for n in range(10)), max(len(w) for w in ["aa", "b"]))
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [x for row in matrix for x in row], list(zip(*matrix)))
print([y := 3, y ** 2], any(n > 3 for n in [1, 5]), all(n > 3 for n in [1, 5]), any([]), all([]))
squares = (n * n for n in range(3))
print(next(squares), next(squares), list(squares), next(squares, "done"))
print([f"{k}={v}" for k, v in {"a": 1, "b": 2}.items()], [a if a else "-" for a in [0, 1]], ["even" if n % 2 == 0 else "odd" for n in range(3)])
n = 99
print([n for n in range(3)], n)


def scope():
    factor = 3
    return [factor * v for v in range(3)], {factor: v for v in [1]}, list(factor + v for v in [1])


print(scope())


class Holder:
    size = 2
    cells = [0] * size
    table = [c for c in range(size)]


print(Holder.cells, Holder.table, [*range(3), *"ab"], [i for i in range(20) if i % 2 if i % 3])
primes = [p for p in range(2, 40) if all(p % d for d in range(2, int(p ** 0.5) + 1))]
print(primes, dict(enumerate("ab")), [w for w in "the cat sat".split() if "at" in w])
