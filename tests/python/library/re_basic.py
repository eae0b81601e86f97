import re

print(re.findall(r"\d+", "a1 b22 c333"), re.sub(r"\s+", " ", "a   b \n c"), re.split(r"[,;]\s*", "a, b;c"))
m = re.match(r"(\w+)@(\w+)\.com", "ann@mail.com rest")
print(m.group(), m.group(1), m.groups(), m.start(2), m.span(), bool(re.match("b", "abc")))
print(re.search(r"(?P<year>\d{4})-(?P<month>\d\d)", "on 2024-05-06").groupdict(), re.fullmatch(r"[a-z]+", "abc") is not None)
pattern = re.compile(r"^(\w+):\s*(.*)$", re.MULTILINE | re.IGNORECASE)
print([m.groups() for m in pattern.finditer("Key: value\nother: thing")], pattern.sub(r"\2=\1", "a: b"))
print(re.findall(r"(a)(b)?", "abaab"), re.sub("x", lambda m: m.group().upper() + "!", "axbx"), re.escape("a.b*"), re.findall(r"<(.+?)>", "<a><b>"))
