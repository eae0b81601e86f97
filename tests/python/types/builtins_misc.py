print(abs(-3), all([1, 2]), any([0, 0]), bool([]), callable(len), chr(65), divmod(7, 2), hash("a") == hash("a"), id(None) == id(None))
print(isinstance(3, (str, int)), issubclass(bool, int), len({1: 2}), max(3, 1, 2), max([1, 5], key=lambda n: -n), max([], default="none"), min("b", "a"))
print(pow(2, 5), pow(2, 5, 7), repr("x"), round(3.14159, 3), sorted([3, 1], reverse=True), sum([1, 2], 10), list(zip()), type(1) is int)
print(ascii("é"), bin(5), oct(9), hex(17), ord("a"), format(5, "03d"), str(), int(), float(), list(), dict(), tuple(), bool(), set())
print("a", "b", sep="-", end="!\n")
print(*[1, 2, 3], sep=", ")
print()
print(None, True, False, ..., NotImplemented)
print(vars(type("T", (), {}))["__module__"], getattr("abc", "upper")(), "z" if () else "empty")
print(list(map(lambda a, b: a * b, [1, 2, 3], [4, 5, 6])), list(filter(str.isdigit, "a1b2")), sorted({"b": 1, "a": 2}), list(reversed("abc")))
print(min([3, 1, 2], key=lambda n: abs(n - 2)), sum(n * n for n in range(4)), "".join(reversed("hello")), list(enumerate(["x"], 5)))
print(isinstance([], list), isinstance(None, type(None)), type(type(1)).__name__, object.__name__, str(int), repr(str), __name__)
print(sorted("bca", reverse=True), sorted([(1, "b"), (1, "a")]), sorted([[2], [1, 5]]), sorted([True, False, 3, -1.5]))
for bad in (lambda: max(1), lambda: sum("abc"), lambda: ord("ab"), lambda: int("1.5"), lambda: abs("x"), lambda: isinstance(1, 1), lambda: range(1.5), lambda: chr(1.5), lambda: round(1, "a"), lambda: sorted(5), lambda: zip(1), lambda: print(sep=1)):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__ + ":", error)
print(str(1.0), str(None), str([1, "a"]), str({"a": (1,)}), str({1}), str(b"x"), str(range(2)), str(slice(1)))
first = [1, 2]
second = first
second += [3]
print(first, first is second, first == [1, 2, 3], first is not second, id(first) == id(second))
