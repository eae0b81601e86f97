items = [3, 1, 4, 1, 5, 9, 2, 6]
items.append(5)
items.extend([3, 5])
items.insert(0, 0)
print(items, len(items), items.count(5), items.index(4))
items.remove(1)
print(items.pop(), items.pop(0), items)
items.sort()
print(items)
items.sort(reverse=True)
print(items)
items.reverse()
print(items, items[::-1], items[1:4], items[-2:], items[::3])
print(sorted(["banana", "Apple", "cherry"]), sorted(["banana", "Apple", "cherry"], key=str.lower), sorted([3, 1, 2], key=lambda n: -n))
copy = items.copy()
copy[0] = 99
print(items[0], copy[0], items == items[:], items is items[:])
items[1:3] = [10, 20, 30]
print(items)
del items[0]
del items[-2:]
print(items)
items[::2] = [0] * len(items[::2])
print(items)
print([1, 2] + [3], [0] * 3, [1, 2] < [1, 3], [1, 2] == [1, 2], 2 in [1, 2], [[0] * 2 for _ in range(2)])
nested = [[1, 2], [3, [4, 5]]]
print(nested[1][1][0], nested)
items.clear()
print(items, bool(items))
first, *rest = [1, 2, 3, 4]
*start, last = "abc"
a, (b, c), *d = 1, (2, 3), 4, 5
print(first, rest, start, last, a, b, c, d)
x = y = []
x.append(1)
print(y, x is y)
pairs = [("b", 2), ("a", 2), ("c", 1)]
pairs.sort(key=lambda p: (p[1], p[0]))
print(pairs)
print(list(zip([1, 2, 3], "abc")), list(enumerate("ab", 1)), list(reversed([1, 2, 3])), list(map(abs, [-1, 2])), list(filter(None, [0, 1, "", "a"])))
numbers = list(range(10))
numbers[2:8:2] = "abc"
print(numbers)
loop = [1]
loop.append(loop)
print(loop)
