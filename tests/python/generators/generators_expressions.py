n = 3
squares = (x * n for x in range(4))
n = 10
print(list(squares))
data = [1, 2, 3]
lazy = (x for x in data)
data.append(4)
print(list(lazy), list(lazy))
data2 = [1, 2, 3]
lazy = (x for x in data2)
data2 = [9]
print(list(lazy))
print(sum(x for x in range(5)), max((len(w), w) for w in ["a", "bbb", "cc"]))
print([*(i for i in "ab")], {*(i % 2 for i in range(5))}, dict((c, ord(c)) for c in "ab"))
flat = (cell for row in [[1, 2], [3]] for cell in row if cell != 2)
print(next(flat), next(flat), next(flat, "end"), next(flat, None))
print(any(x > 2 for x in [1, 2, 3]), all(x > 2 for x in []))
first, *rest = (c.upper() for c in "xyz")
print(first, rest)


def outer():
    total = 0
    found = [total := total + x for x in (1, 2, 3)]
    return found, total


print(outer())
try:
    (1 / 0 for _ in undefined_name)
except NameError as error:
    print(error)
late = (1 / x for x in (1, 0))
print(next(late))
try:
    next(late)
except ZeroDivisionError as error:
    print(error)
print(next(late, "finished"))
functions = [lambda: i for i in range(3)]
print([f() for f in functions], [f() for f in [lambda i=i: i for i in range(3)]])
