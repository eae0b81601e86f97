class Countdown:
    def __init__(self, start):
        self.current = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.current <= 0:
            raise StopIteration
        self.current -= 1
        return self.current + 1


class Shelf:
    def __init__(self, *books):
        self.books = books

    def __getitem__(self, index):
        return self.books[index]

    def __len__(self):
        return len(self.books)


class Bag:
    def __init__(self, items):
        self.items = items

    def __iter__(self):
        for item in self.items:
            yield item

    def __contains__(self, item):
        return item == "magic" or item in self.items

    def __reversed__(self):
        return iter(self.items[::-1])


print(list(Countdown(3)), [n * 2 for n in Countdown(2)], sum(Countdown(4)), tuple(Countdown(1)))
shelf = Shelf("a", "b", "c")
print(list(shelf), len(shelf), "b" in shelf, shelf[1], shelf[-1], shelf[0:2], bool(Shelf()))
bag = Bag([1, 2])
print(list(bag), "magic" in bag, 3 in bag, list(reversed(bag)), [*bag], dict(zip(bag, "xy")))
it = iter([1, 2, 3])
print(next(it), next(it), list(it), next(it, "empty"))
values = iter([5, 3, 0, 7])
print(list(iter(lambda: next(values), 0)))
a, b = Countdown(2)
print(a, b, list(zip(Countdown(3), "ab")), list(map(lambda x, y: x + y, [1, 2], [10, 20])), sorted(Countdown(3)))
try:
    iter(5)
except TypeError as error:
    print(error)
try:
    for _ in 3.5:
        pass
except TypeError as error:
    print(error)
try:
    next([])
except TypeError as error:
    print(error)
print(list(enumerate(bag, start=10)), list(filter(lambda n: n > 1, bag)), list(zip("abc", range(2), strict=False)))
try:
    list(zip("abc", range(2), strict=True))
except ValueError as error:
    print(error)
