# Strings that grow by +=, with older values still in use.
s = ""
kept = []
for n in range(2000):
    s += chr(97 + n % 26)
    if n % 500 == 0:
        kept.append(s)
print(len(s), s[:5], s[-5:], [len(k) for k in kept], kept[1] == s[: len(kept[1])])
a = b = "x" * 300
a += "1"
b += "2"
a += "3"
print(a[-3:], b[-3:], len(a), len(b), a == b)
c = a
c += "more"
a += "else"
print(a[-5:], c[-5:])
base = "é" * 150
left = base + "left"
right = base + "right"
left += "!"
print(left[-6:], right[-6:], len(left), len(base))
s = s + s
s += s
print(len(s), s.count("abc"), hash(s) == hash("".join(list(s))))
table = {left: 1}
left += "?"
print(left in table, left[:-1] in table)
t = "ab" * 200
for _ in range(3):
    t = t + t[-1] + "z"
print(t[-8:], len(t))
words = "the cat and the dog and the bird".split()
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
print(counts, sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[0])
print("naïve café".upper(), "ß".upper(), "ABCé".lower(), len("naïve"), "naïve"[2], "naïve".encode()[2:4])
