import re

for pattern, text in (
    (r"(a)|(b)|(c)", "b"), (r"(?:(a)|b)+", "ab"), (r"((?:a|b)+)(c)?", "abab"), (r"(a(b(c)))", "abc"), (r"(\d+)(?:-(\d+))?", "10"), (r"(x)?(y)?z", "z"),
    (r"(?P<h>\d\d):(?P<m>\d\d)(?::(?P<s>\d\d))?", "12:34"), (r"(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)\10", "abcdefghijj"), (r"(a*)(a*)", "aaa"), (r"(a*?)(a*)", "aaa"),
    (r"(\w+)\s+\1", "the the cat"), (r"(?:(\w)(\d))*", "a1b2c3"), (r"(^)?(a)", "a"), (r"(|a)+", "aaa"), (r"(a|ab)(bc|c)?", "abc"), (r"(?=(\w+))\1:", "abc:"),
):
    m = re.match(pattern, text)
    print(pattern, m.span(), m.groups(), m.regs, m.lastindex, m.lastgroup, m.groupdict())
print(re.sub(r"(?P<a>x)(?P<b>y)?", r"[\g<a>\g<b>\2]", "x xy"), re.sub("(.)", r"\1\1", "abc"), re.sub("a", r"\g<0>\0", "a").encode(), re.subn("z", "", "abc"), re.sub("(?P<n>a)", r"\g<n>\g<1>1", "a"))
print([m.expand(r"\2-\1") for m in re.finditer(r"(\w)(\d)", "a1 b2")], re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "1 22 x3"), re.sub("[aeiou]", lambda m: {"a": "1"}.get(m[0], m[0].upper()), "banane"))
print(re.sub("a|b", {"a": "x"}.get("a"), "ab"), re.split(r"(,)(;)?", "a,b,;c"), re.split(r"(?<=,)", "a,b,c"), re.split(r"\s*(?:,|and)\s*", "a , b and c"), re.sub("^", "> ", "a\nb", flags=re.M), re.sub("$", "!", "a\nb", flags=re.M), re.sub(r"\s*$", "", "a  "))
