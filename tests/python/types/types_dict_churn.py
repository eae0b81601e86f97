"""Keys that come and go for ever, each another one, beside some that stay: lookups still end."""

stay = {f"k{i}": i for i in range(9)}
seen = 0
for i in range(5000):
    key = i * 7919 + 13
    stay[key] = i
    assert key in stay and key + 1 not in stay
    seen += stay.pop(key)
print(len(stay), seen, list(stay)[-1])

for n in (5, 9, 10, 11, 20, 40):
    d = {i: str(i) for i in range(n)}
    for i in range(2000):
        d[(i, n)] = i
        if i % 3 == 0:
            d["last"] = i
            print(end="" if d.popitem() == ("last", i) else "wrong")
        del d[(i, n)]
    print(n, len(d), d.get("missing"), list(d.values()) == [str(i) for i in range(n)])

live = {}
for i in range(3000):
    live[i] = i
    if i >= 8:
        live.pop(i - 8)
    assert i - 8 not in live and i in live
print(live)

s = set(range(9))
for i in range(5000):
    s.add(i * 31 + 1000)
    s.discard(i * 31 + 1000)
    assert i + 10 not in s
print(sorted(s))
