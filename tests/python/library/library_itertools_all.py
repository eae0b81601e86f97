# itertools: every function with its edge cases and errors.
from itertools import *
from operator import mul

print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], initial=10)), list(accumulate([], initial=5)), list(accumulate([1, 2, 3], mul)))
print(list(batched("ABCDEFG", 3)), list(chain("ab", [1], ())), list(chain.from_iterable(["ab", "c"])), list(compress("abcdef", [1, 0, 1, 0, 1])))
print(list(combinations("abc", 2)), list(combinations("ab", 3)), list(combinations_with_replacement("ab", 2)), list(permutations("abc", 2)), len(list(permutations(range(4)))), list(permutations([], 0)))
print(list(islice(count(10, -3), 4)), list(islice(count(0.5, 0.25), 3)), list(islice(cycle("ab"), 5)), list(cycle([])), list(repeat("x", 2)), list(islice(repeat(1), 2)))
print(list(dropwhile(lambda x: x < 3, [1, 4, 2])), list(takewhile(lambda x: x < 3, [1, 4, 2])), list(filterfalse(None, [0, 1, "", "a"])), list(filterfalse(lambda x: x % 2, range(5))))
print([(k, list(g)) for k, g in groupby("aabbbca")], [(k, len(list(g))) for k, g in groupby([1, 3, 2, 4], key=lambda x: x % 2)])
print(list(islice("abcdefg", 2)), list(islice("abcdefg", 2, None)), list(islice("abcdefg", 0, None, 3)), list(islice("abc", 5, 9)), list(pairwise("abcd")), list(pairwise("a")))
print(list(product("ab", range(2))), list(product([0, 1], repeat=2)), list(product()), list(product("a", [])), list(starmap(pow, [(2, 3), (3, 2)])))
print(list(zip_longest("ab", "c", fillvalue="-")), list(zip_longest()), list(zip_longest([1], [], [2, 3])))
a, b = tee(iter([1, 2, 3]))
print(next(a), next(a), list(b), list(a), len(tee([], 3)), tee("x", 0))
g = groupby("aab")
k1, g1 = next(g)
k2, g2 = next(g)
print(k1, list(g1), k2, list(g2))
print(repeat(5), repeat(5, 2), count(3), count(1, 2), count(1.5))
it = chain([1], [2])
print(next(it), list(it), next(it, "over"))
for job in (
    lambda: list(islice([1], -1)),
    lambda: list(islice([1], 0, 5, 0)),
    lambda: list(batched("ab", 0)),
    lambda: list(combinations("ab", -1)),
    lambda: list(batched("abc", 2, strict=True)),
    lambda: list(chain(1)),
    lambda: list(accumulate([1, "a"])),
    lambda: count("a"),
    lambda: list(product([1], repeat=-1)),
    lambda: list(zip([1], [1, 2], strict=True)),
    lambda: list(map(lambda a, b: a, [1])),
):
    try:
        print(job())
    except Exception as e:
        print(type(e).__name__, e)
