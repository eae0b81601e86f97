import re


def t(pattern, text, flags=0):
    m = re.search(pattern, text, flags)
    print(pattern, "->", None if m is None else (m.span(), m.group(), m.groups()))


t(r"a{2,3}", "caaaat"), t(r"a{2,3}?", "caaaat"), t(r"a{,2}b", "aaab"), t(r"a{2}", "aa"), t("x{", "x{"), t("x{,}", "xxx"), t("x{a}", "x{a}")
t(r"<.*>", "<a> b <c>"), t(r"<.*?>", "<a> b <c>"), t(r"(a|ab)(c|bcd)(d*)", "abcd"), t(r"(a+|b)*", "aab"), t(r"(?:a|b)+?c", "ababc")
t(r"(?P<q>['\"]).*?(?P=q)", "say 'it' \"now\""), t(r"(\w)\1", "hello"), t(r"(?i)(\w)\1", "heLlo"), t(r"(?i:a)b", "Ab"), t(r"(?i:a)b", "AB")
t(r"(?=.*\d)(?=.*[a-z])\w{4,}", "ab1c"), t(r"foo(?!bar)", "foobar foobaz"), t(r"(?<=-)\w+", "spam-egg"), t(r"(?<!-)\b\w+", "-spam egg")
t(r"(<)?(\w+@\w+(?:\.\w+)+)(?(1)>|$)", "<user@host.com>"), t(r"(<)?(\w+@\w+(?:\.\w+)+)(?(1)>|$)", "<user@host.com"), t(r"(?P<a>x)?(?(a)y|z)", "z")
t(r"a++b", "aaab"), t(r"a++ab", "aaab"), t(r"(?>a|ab)c", "abc"), t(r"(?>a*)a", "aaa"), t(r"a?+a", "a"), t(r"(?:ab)*+c", "ababc"), t(r"a{1,3}+a", "aaa")
t(r"^\w+$", "one\ntwo", re.M), t(r"^two$", "one\ntwo"), t(r"(?m)^two$", "one\ntwo"), t(r"\Atwo", "one\ntwo", re.M), t(r"one\Z", "one\n"), t(r"one$", "one\n")
t(r"a.b", "a\nb"), t(r"a.b", "a\nb", re.S), t(r"(?s:a.)b", "a\nb"), t(r"(?s-i:.)", "\n", re.I), t(r"[^\W\d_]+", "12_ab"), t(r"[]a-]+", "x]-a"), t(r"[^]]", "]x")
t(r"""
    (\d+)   # whole
    \.      # point
    [ #\d]+ # fraction
""", "pi 3.14 #", re.X)
t(r"[\w.+-]+@[\w-]+\.[\w.-]+", "to: a.b+c@d-e.org, x"), t(r"\d{3}-\d{4}", "555-1234"), t(r"[\d\s]+", "a1 2b"), t(r"[a\-z]+", "-za")
t(r"\x41\u0042\103\0?", "ABC"), t(r"[\x41-\x43]+", "xABC"), t(r"\N{BULLET}" if False else r"•", "a•"), t(r"(?#comment)b", "ab"), t("(?:)", "a"), t("(?!)", "a"), t("|a", "a")
t(r"(a*)*", "b"), t(r"(a*)+", "b"), t(r"(?:a?)*?b", "aab"), t(r"(a|b|)+c", "abc"), t(r"((a)|b)*", "ab"), t(r"(?:(a)|b)*", "ab"), t(r"(a)?(?:b|c)*?$", "abcb")
t(r"(?<=(a))b", "ab"), t(r"(?=(a))ab", "ab"), t(r"(?!(a)b)a", "ac"), t(r"(?<!ab|cd)e", "cde xe"), t(r"(?<=a|b)c", "bc"), t(r"(?<=^)a", "a"), t(r"(?<!^)a", "aa")
t(r"\b\w{3}\b", "a abc"), t(r"\Bb", "ab b"), t(r"\s\S", "a b"), t(r"\D\W", "1a!"), t(r"é+", "cafééé"), t(r"\w+", "über naïve"), t(r"(?a)\w+", "über"), t(r"\d+", "٣٤"), t(r"(?a)\d+", "٣٤ 5")
t("straße", "STRASSE", re.I), t("ß", "ẞ", re.I), t("[a-z]+", "ÀKſ", re.I), t("k", "K", re.I), t("É", "é", re.I), t("[à-ý]+", "ÀÉ", re.I), t("σ", "ς", re.I), t("[^a]", "A", re.I)
