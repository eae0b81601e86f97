import re
import copy

m = re.match(r"(?P<first>\w+) (?P<last>\w+)(?: (\d+))?", "Malcolm Reynolds")
print(m, m[0], m[1], m["last"], m.group("first", 2), m.groups(), m.groups("x"), m.groupdict())
print(m.start(), m.end("last"), m.span(2), m.span(3), m.start(3), m.regs, m.lastindex, m.lastgroup)
print(m.pos, m.endpos, m.string, m.re, m.expand(r"\g<last>, \1"), bool(m), m.re.groupindex["last"])
for key in (4, "nope", -1, 1.5):
    try:
        m[key]
    except IndexError as e:
        print("IndexError", e)
try:
    m.expand(r"\g<nope>")
except IndexError as e:
    print("IndexError", e)
print(re.match(r"(..)+", "a1b2c3").group(1), re.match(r"(a)|(b)", "b").groups(), re.match("(a)(b)?", "a").groups(0))
print(re.match("(a)(b)", "ab").lastindex, re.match("((ab))", "ab").lastindex, re.match("(a)b", "ab").lastindex, re.match("((a)(b))", "ab").lastindex)
p = re.compile(r"(?P<x>a)(b)?", re.I | re.M)
print(p, p.flags, p.groups, dict(p.groupindex), p.pattern, repr(p.flags), re.compile("a").flags, re.compile(b"a").flags)
print(p == re.compile(r"(?P<x>a)(b)?", re.I | re.M), p == re.compile("x"), hash(p) == hash(copy.copy(p)), copy.deepcopy(p) is p)
print(p.search("xxAB").span(), p.match("xab", 1), p.match("xab"), p.fullmatch("AB"), p.search("xab", 0, 1), p.findall("aab", 1))
print(re.compile("^a").match("ba", 1), re.compile("a$").match("ab", 0, 1), re.compile(r"\ba").search("ba", 1), re.compile("(?<=b)a").search("ba", 1))
print(p.split("1a2ab3"), p.sub("-", "a ab"), p.subn(r"<\1\2>", "a ab"), [x.group() for x in p.finditer("a ab")])
print(isinstance(p, re.Pattern), isinstance(m, re.Match), type(p), type(m), re.Pattern.__name__)
print(re.compile(b"(.)(.)").match(b"ab").groups(), re.sub(b"a", rb"\g<0>\g<0>", b"banana"), re.split(b",", b"a,b"), re.match(b"a", bytearray(b"ab")))
for call in (lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: re.sub("a", b"b", "a"), lambda: re.compile(p, re.I), lambda: re.compile(3), lambda: re.match("a", 3)):
    try:
        call()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(re.compile(p) is p, re.template if hasattr(re, "template") else "no template", re.error is re.PatternError)
print(re.I, repr(re.I), repr(re.I | re.M), re.NOFLAG, repr(re.NOFLAG), re.A | re.S == 272, repr(re.RegexFlag(0)), int(re.X))
