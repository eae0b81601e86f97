# Counters that change in place, and chains of mappings that are not all dicts.
import functools
from collections import ChainMap, Counter, defaultdict
from collections.abc import Mapping, MutableMapping


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e, repr(e.__context__), sep=": ")


def change(sign, other):
    c = kept = Counter("aab")
    exec(f"c {sign}= other")
    return c, c is kept


for sign in "+-|&":
    for other in (Counter("abbc"), {"a": 1, "z": -2}, Counter(), 2, ["a"]):
        show(lambda: change(sign, other))

chain = ChainMap({"a": 1}, {"b": 2, "a": 3})
print(isinstance(chain, Mapping), isinstance(chain, MutableMapping), ChainMap.__mro__[1].__name__)
print(chain == {"b": 2, "a": 1}, chain == "text", chain != "text", chain == ChainMap({"a": 1, "b": 2}), list(chain), len(chain))
show(lambda: ChainMap({}, defaultdict(int))["new"])
show(lambda: ChainMap({1: 2}, ("k", {"n": 1})) == 3)
show(lambda: ChainMap({1: 2}, ("k", {"n": 1})).items())
show(lambda: list(ChainMap({1: 2}, ("k", {"n": 1}))))
show(lambda: ChainMap({}, {"a": 1}).pop("a"))
show(lambda: ChainMap().popitem())
show(lambda: ChainMap.fromkeys("ab", 1))
show(lambda: dict(**ChainMap({"a": 1}, {"b": 2}.items())))
chain.update([("c", 3)], d=4)
chain.update({"e": 5})
print(chain, chain.setdefault("b", 9), chain.setdefault("f", 6), chain | {"g": 7}, {"h": 8} | chain)
try:
    del chain["b"]
except KeyError as e:
    print(e, repr(e.__context__), e.__suppress_context__)
odd = Counter({"k": {"n": 1}, "j": {}})
for change in (lambda: odd + Counter("j"), lambda: Counter("j") + odd, lambda: odd.most_common(1), lambda: odd.most_common(2), lambda: -odd, lambda: odd | odd):
    show(change)
print(Counter("aabbbc").most_common(2), Counter("abc").most_common(0), Counter(a=1) - Counter(b=-2), -Counter(a=-1, b=2))
show(lambda: functools.partial(...))
show(lambda: functools.partial())
