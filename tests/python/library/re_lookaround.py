import re

pairs = [
    (r"(?<=\$)\d+", "cost $45 and 99"), (r"\d+(?=%)", "20% of 30"), (r"\b(?!un)\w+", "unhappy happy undo do"), (r"(?<!\d)\d{2}(?!\d)", "1 22 333 44"), (r"^(?=.*[A-Z])(?=.*\d).{6,}$", "Passw0rd"),
    (r"(?<=abc)def", "abcdef"), (r"(?<![a-z])cat", "concat cat"), (r"q(?!u)", "qu qa Iraq"), (r"(?<=(?:ab))c", "abc"), (r"(?=a)(?=ab)\w+", "xabc"), (r"(?!.*--)[\w-]+", "a--b c-d"), (r"(?<=\b)\w", "hi you"),
    (r"\w+(?<!ing)\b", "sing song running"), (r"(?:(?<=a)|(?<=b))x", "ax bx cx"), (r"(?<=^|,)\w+" if False else r"(?<=,)\w+", "a,b,c"), (r"(?=(\w{2}))", "abcd"), (r"(?s:(?<=\n).)", "a\nb"),
]
for pattern, text in pairs:
    print(pattern, re.findall(pattern, text))
print(re.sub(r"(?<=\d)(?=(?:\d{3})+(?!\d))", ",", "1234567 89 1000"), re.split(r"(?<=[a-z])(?=[A-Z])", "camelCaseText"), re.search(r"(?>a+)b", "aaab").group(), re.search(r"(?>a+)ab", "aaab"), re.findall(r"a{2}+", "aaaaa"), re.findall(r'"(?:[^"\\\\]|\\\\.)*+"', r'"a\"b" "c"'))
for bad in (r"(?<=a*)b", r"(?<=a|bc)d", r"(?<!\w{1,2})x", r"(?<=(a)(?=b)\1)c"):
    try:
        print(bad, re.compile(bad))
    except re.error as e:
        print(bad, e, e.pos)
print(re.search(r"(?<=(?P<x>a))b(?P=x)", "aba").groups(), re.search(r"(?<=a{2})b", "aab").span(), re.search(r"(?<=[ab]{3})c", "abac").span(), re.match(r"(?!)|a", "a").group(), re.fullmatch(r"(?:(?=a)a|b)*", "abab").span())
