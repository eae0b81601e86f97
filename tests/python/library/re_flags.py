import re

print(re.findall("^a.b$", "A\nB\na-b", re.I | re.M), re.findall("^a.b$", "A\nB", re.I | re.S), re.findall(r"\w", "aé1_-", re.A), re.findall(r"\w", "aé1_-"))
print(re.findall("""a  # letter
   \\d+  # digits
   [ ]x""", "a12 x a3", re.X), re.search("(?x) a b # c", "ab").span(), re.search("(?i:A)b", "aB"), re.search("(?i)A(?-i:b)", "ab").group(), re.search("(?-i:A)b", "aB", re.I))
for p, f in ((r"\bé", 0), (r"\bé", re.A), ("İ", re.I), ("ı", re.I), ("[k-z]", re.I), ("µ", re.I), (r"[^\W]", re.I), ("ǅ", re.I)):
    print(p, [re.findall(p, t, f) for t in ("é", "i", "I", "ı", "K", "μ", "Ǆ")])
print(re.compile("(?ms)a").flags & (re.M | re.S), re.compile("(?a)a").flags, re.compile("a", re.I | re.X), re.compile("(?i)a"), re.compile(b"a", re.I), re.compile("a" * 250))
print(re.RegexFlag(2), re.RegexFlag.I | re.M | re.S, ~re.I & re.RegexFlag(2), bool(re.NOFLAG), re.I in (re.I | re.M), list(re.I | re.X), re.I.name, re.I.value, re.RegexFlag["DOTALL"], isinstance(re.I, int), re.I == 2)
