import re
text = "John: 555-1234, Mary: 555-9876; bob@example.com, alice.smith@mail.co.uk  2024-01-15 15/03/2023"
print(re.findall(r"(\w+): (\d{3}-\d{4})", text), re.findall(r"[\w.]+@[\w.]+\.\w+", text))
m = re.search(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)", text)
print(m, m.groupdict(), m.span('m'), m.start(), m['y'], m.lastgroup, m.re.pattern, m.expand(r"\g<d>.\2.\g<y>"), m.groups(), m.regs)
print(re.sub(r"(\d+)-(\d+)", lambda m: m[2]+"-"+m[1], text), re.subn(r"\s+", " ", "a  b   c"))
print(re.split(r"[;,]\s*", text), re.split(r"(-)", "a-b-c", maxsplit=1), re.split(r"\b", "hi there"))
p = re.compile(r"""
   ^\s*(?P<key>\w+)   # key
   \s*=\s*
   (?P<val>.*?)\s*$   # value
""", re.X | re.M | re.I)
print(p, p.flags, p.groupindex, p.groups)
for m in p.finditer("a = 1\n  B=two  \n c=\n"): print(m.groups(), m.span())
print(re.fullmatch(r"(a|b)*", "abab"), re.match(r"\d+", "abc"), re.escape("a.b*c[1] x-y"))
for bad in ["(", "a**", "[z-a]", "(?P<1a>x)", r"\1", "(?<x", "*a", "a{3,2}", "(?P=foo)", "[", r"\p", "(?i", "x{1,99999999999}"]:
    try: re.compile(bad); print("ok", bad)
    except re.PatternError as e: print(bad, "->", e, e.pos, e.lineno, e.colno)
    except OverflowError as e: print(e)
print(re.sub("(?i)HELLO", "bye", "Hello hello"), re.findall("(?<=a)b|(?<!a)c", "abcac"), re.findall(r"(a)(b)?", "abaa"))
print(re.match("(?:(a)|b)*", "ab").groups(), re.search(r"(?s).+", "a\nb"), re.search(r"\Aa.*?b\Z", "axb"))
print(re.sub(r"(?P<w>\w+)", r"<\g<w>>", "a bc"), re.sub("x*", "-", "abxd"), re.sub("a", r"\\n\n", "a"))
for r in (r"\q", r"\2", r"\g<zz>", r"\g<1", r"\g<>"):
    try: re.sub("(a)", r, "a")
    except (re.error, IndexError) as e: print(e)
print(re.IGNORECASE, repr(re.I|re.M), re.findall(r"\w+", "héllo wörld", re.A), re.findall(r"(?:\d{1,3}\.){3}\d{1,3}", "ip 10.0.0.1"))
print(bool(re.match("", "")), re.purge())
print(re.findall(r"(?P<q>['\"])(.*?)(?P=q)", """say "hi" and 'yo'"""), re.match(r"(?>a+)b", "aab"), re.match(r"a++b","aab"))
