import itertools
from itertools import accumulate, chain, combinations, count, cycle, groupby, islice, permutations, product, repeat, starmap, takewhile, zip_longest

print(list(islice(count(10, 5), 3)), list(islice(cycle("ab"), 5)), list(repeat("x", 3)), list(chain([1], "ab", (2,))), list(chain.from_iterable([[1], [2, 3]])))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([1, 2, 3], lambda a, b: a * b)), list(accumulate([1, 2], initial=100)))
print(list(combinations("abc", 2)), list(permutations([1, 2, 3], 2)), list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), len(list(permutations(range(4)))))
print(list(itertools.combinations_with_replacement("ab", 2)), list(takewhile(lambda n: n < 3, [1, 2, 3, 1])), list(itertools.dropwhile(lambda n: n < 3, [1, 2, 3, 1])))
print(list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest("ab", [1], fillvalue="-")), list(itertools.filterfalse(lambda n: n % 2, range(5))), list(itertools.compress("abc", [1, 0, 1])))
for key, group in groupby(["apple", "ant", "bee", "bat", "cat", "cow"], key=lambda w: w[0]):
    print(key, list(group), end="; ")
print()
print(list(islice("abcdef", 2, 5)), list(islice(range(10), 0, None, 3)), list(itertools.pairwise([1, 2, 3])), list(itertools.batched("abcde", 2)))
first, second = itertools.tee([1, 2, 3])
print(list(first), list(second), [(k, len(list(g))) for k, g in groupby("aabccc")])
counter = itertools.count()
print(next(counter), next(counter), next(counter))
