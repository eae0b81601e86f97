def hanoi(n, source, target, spare, moves):
    if n:
        hanoi(n - 1, source, spare, target, moves)
        moves.append((source, target))
        hanoi(n - 1, spare, target, source, moves)


moves = []
hanoi(4, "A", "C", "B", moves)
print(len(moves), moves[:3])


def permutations(items):
    if len(items) <= 1:
        return [items]
    return [[first] + rest for i, first in enumerate(items) for rest in permutations(items[:i] + items[i + 1:])]


def quicksort(values):
    if len(values) < 2:
        return values
    pivot, *others = values
    return quicksort([v for v in others if v < pivot]) + [pivot] + quicksort([v for v in others if v >= pivot])


def queens(n, row=0, placed=()):
    if row == n:
        return 1
    return sum(queens(n, row + 1, placed + (c,)) for c in range(n) if all(c != p and abs(c - p) != row - r for r, p in enumerate(placed)))


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def flatten(x):
    return [leaf for item in x for leaf in (flatten(item) if isinstance(item, list) else [item])]


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


print(permutations([1, 2, 3]), quicksort([3, 1, 4, 1, 5, 9, 2, 6]), queens(6), ackermann(2, 3), flatten([1, [2, [3, []], 4]]), is_even(500))
