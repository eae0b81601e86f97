import itertools as it
import operator

print(list(it.islice(it.count(10, -3), 4)), list(it.islice(it.count(0.5, 0.25), 3)), list(it.islice(it.cycle("ab"), 5)), list(it.repeat(7, 3)))
print(list(it.accumulate([1, 2, 3, 4])), list(it.accumulate([3, 1, 4], max)), list(it.accumulate([1, 2], initial=100)), list(it.accumulate([2, 3], operator.mul, initial=1)), list(it.accumulate([])))
print(list(it.batched("ABCDEFG", 3)), list(it.chain("ab", [1])), list(it.chain.from_iterable(["ab", "c"])), list(it.compress("abcd", [1, 0, True, ""])), list(it.dropwhile(lambda x: x < 3, [1, 4, 2])), list(it.takewhile(lambda x: x < 3, [1, 4, 2])), list(it.filterfalse(None, [0, 1, ""])))
print([(k, list(g)) for k, g in it.groupby("aaabbc")], [(k, len(list(g))) for k, g in it.groupby([1, 3, 2, 4], key=lambda n: n % 2)])
print(list(it.islice("abcdef", 2)), list(it.islice("abcdef", 1, None, 2)), list(it.islice(range(10), 2, 8, 3)), list(it.pairwise([1, 2, 3])), list(it.starmap(pow, [(2, 3), (3, 2)])))
a, b, c = it.tee([1, 2, 3], 3)
print(next(a), list(b), list(a), list(c), list(it.zip_longest("ab", "wxyz", fillvalue="-")), list(it.product("ab", [1, 2])), list(it.product([0, 1], repeat=2)), list(it.product()))
print(list(it.permutations("abc", 2)), list(it.permutations([1, 2, 3]))[:2], list(it.combinations("abcd", 2)), list(it.combinations_with_replacement("ab", 3)), list(it.combinations([1], 2)), list(it.permutations([], 0)))
for bad in (lambda: list(it.batched("ab", 0)), lambda: it.islice("a", -1), lambda: list(it.batched("abc", 2, strict=True)), lambda: it.count("a"), lambda: it.repeat(), lambda: it.combinations("ab", -1), lambda: it.tee([], -1), lambda: it.chain(1).__next__(), lambda: it.islice("abc", 1, 2, 0), lambda: it.product("a", repeat=-1)):
    try:
        print(bad())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(it.chain([1]).__iter__() is not None, next(it.cycle([1])), sum(it.islice(it.count(), 1000)), list(it.zip_longest()))
