import re

patterns = [
    "*a", "a**", "a*{2}", "(a", "a)", "[a", "[z-a]", r"[\d-z]", r"\q", "a\\", "(?P<n>a)(?P<n>b)", "(?P<1a>x)", "(?P=zz)", "(?P<a", "(?P<>a)", "(?Px)", "(?P",
    "(?", "(?<", "(?<a)", "(?z)", "(?i", "(?i-", "(?-i)", "(?ii", "a(?i)", "(?L)a", "(?au)", "(?i-i:a)", "(?P=", "(?#", r"\1", r"(a)\2", r"(\1)", r"\x1", r"\u12", r"\U1234567",
    r"\400", r"[\400]", "(?<=a+)b", "(?<=a|bc)d", "a{3,1}", "(?(1)a|b|c)", "(?(0)a)", "(?(2)a)", "(?(zz)a)", "(?(1a)b)", "(?()a)", "^*", "x{1}{2}", r"(?<=(a)\1)b", "(?P<a>(?P=a))",
    "a\nb(\nc", "(?i-:a)", "(?-", "(?-z:a)", "(?aL:x)", "(?:", "[", "[]", "[^", r"[\q]", r"[a-\d]", "+", "(|*)", "a|*", "(?>a", "(?=a", r"\8", r"(?P<ü>a)\g",
]
for p in patterns:
    try:
        re.compile(p)
        print(repr(p), "compiles")
    except re.error as e:
        print(repr(p), e, "|", e.msg, e.pos, e.lineno, e.colno)
for template in (r"\2", r"\g", r"\g<", r"\g<>", r"\g<1", r"\g<2>", r"\g<a b>", r"\q", "x\\", r"\477", r"\g<-1>", r"\g<01>"):
    try:
        print(repr(re.sub("(a)", template, "a")))
    except (re.error, IndexError) as e:
        print(repr(template), type(e).__name__, e)
for flags in (re.A | re.U, re.L):
    try:
        re.compile("a", flags)
    except ValueError as e:
        print(e)
try:
    re.compile(b"a", re.U)
except ValueError as e:
    print(e)
try:
    re.compile("a{99999999999}")
except OverflowError as e:
    print("OverflowError", e)
e = re.error("wrong", "abc", 1)
print(str(e), e.args, e.pattern, repr(e), isinstance(e, Exception), re.PatternError.__name__)
