import re
from collections import namedtuple

Token = namedtuple("Token", ["type", "value", "line", "column"])


def tokenize(code):
    specification = [
        ("NUMBER", r"\d+(\.\d*)?"), ("ASSIGN", r":="), ("END", r";"), ("ID", r"[A-Za-z]+"),
        ("OP", r"[+\-*/]"), ("NEWLINE", r"\n"), ("SKIP", r"[ \t]+"), ("MISMATCH", r"."),
    ]
    regex = "|".join("(?P<%s>%s)" % pair for pair in specification)
    line, begin = 1, 0
    for mo in re.finditer(regex, code):
        kind, value, column = mo.lastgroup, mo.group(), mo.start() - begin
        if kind == "NUMBER":
            value = float(value) if "." in value else int(value)
        elif kind == "NEWLINE":
            begin, line = mo.end(), line + 1
            continue
        elif kind == "SKIP":
            continue
        elif kind == "MISMATCH":
            raise RuntimeError(f"{value!r} unexpected on line {line}")
        yield Token(kind, value, line, column)


for token in tokenize("total := total + price * 0.05;\n  tax := 7;"):
    print(token)
try:
    list(tokenize("a ? b"))
except RuntimeError as e:
    print(e)
log = """2024-01-05 10:00:01,123 INFO  [worker-1] started
2024-01-05 10:00:02,456 ERROR [worker-2] failed: timeout=30
bad line"""
line = re.compile(r"^(?P<date>[\d-]+) (?P<time>[\d:,]+) (?P<level>[A-Z]+)\s+\[(?P<who>[^\]]+)\] (?P<text>.*)$", re.MULTILINE)
for m in line.finditer(log):
    print(m.groupdict())
phone = re.compile(r"(\d{3})\D*(\d{3})\D*(\d{4})\D*(\d*)$")
print(phone.search("work 1-(800) 555.1212 #1234").groups())
roman = re.compile("^M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$")
print([n for n in ("MCMLXXXIX", "MMMCCCXXXIII", "IIII", "MCMC") if roman.match(n)])
print(re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", "1234567"), re.sub(r"\B(?=(\d{3})+(?!\d))", ",", "1234567890"))
camel = lambda s: re.sub(r"(?<!^)(?=[A-Z])", "_", s).lower()
print(camel("camelCaseString"), re.sub(r"_(\w)", lambda m: m[1].upper(), "snake_case_string"))
print(re.findall(r"https?://[^\s<>\"]+|www\.[^\s<>\"]+", "see http://a.b/c?d=1 and www.x.org."))
print(re.sub(r"<[^>]+>", "", "<p>Hello <b>World</b></p>"), re.sub(r"\s+", " ", " a \n\t b ").strip())
print(re.findall(r"(?s)<title>(.*?)</title>", "<title>A\nB</title>"), re.match(r"^(1?|(11+?)\2+)$", "1" * 49) is not None)
text = "The quick brown fox. Jumps over! The lazy dog?"
print(re.split(r"(?<=[.!?])\s+", text), sorted(set(re.findall(r"\b[a-z]{3,5}\b", text.lower()))))
words = re.compile(r"\w+")
print(sum(1 for _ in words.finditer("lorem ipsum dolor " * 2000)), re.match(r"(?:a|b)*", "ab" * 50000).end())
print(re.match(r"(a+)+$", "a" * 18 + "b"), re.search("x*y", "x" * 2000), re.match(r"(.*?),(.*?),", "a,b,c").groups())
