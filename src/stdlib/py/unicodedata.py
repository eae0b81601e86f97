"""Properties of characters, as far as the tables at hand go: no names beyond ASCII, no categories of rare scripts."""

unidata_version = "15.1.0"
# Letters with marks of Latin, as base and mark in the order of their code points; "-" where there is none.
_MARKS = {"`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "o": "\u030a", ",": "\u0327", "v": "\u030c",
          "=": "\u0304", "u": "\u0306", ";": "\u0328", ".": "\u0307", "/": "\u030b"}
_LATIN = (
    "A`A'A^A~A\"Ao--C,E`E'E^E\"I`I'I^I\"--N~O`O'O^O~O\"----U`U'U^U\"Y'----a`a'a^a~a\"ao--c,e`e'e^e\"i`i'i^i\"--n~o`o'o^o~o\"----u`u'u^u\"y'--y\""
    "A=a=AuauA;a;C'c'C^c^C.c.CvcvDvdv----E=e=EueuE.e.E;e;EvevG^g^GuguG.g.G,g,H^h^----I~i~I=i=IuiuI;i;I.------J^j^K,k,--L'l'L,l,Lvlv--------"
    "N'n'N,n,Nvnv------O=o=OuouO/o/----R'r'R,r,RvrvS's'S^s^S,s,SvsvT,t,Tvtv----U~u~U=u=UuuuUouoU/u/U;u;W^w^Y^y^Y\"Z'z'Z.z.Zvzv"
)
_SPLIT = {}
for _i in range(0, len(_LATIN), 2):
    if _LATIN[_i] != "-":
        _SPLIT[chr(0xC0 + _i // 2)] = _LATIN[_i] + _MARKS[_LATIN[_i + 1]]
_JOINED = {v: k for k, v in _SPLIT.items()}
_COMPATIBLE = {
    "\xa0": " ", "ª": "a", "²": "2", "³": "3", "µ": "μ", "¹": "1", "º": "o", "¼": "1⁄4", "½": "1⁄2", "¾": "3⁄4", "ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff",
    "…": "...", "™": "TM", "№": "No", "℃": "°C", "Å": "A\u030a", "⁰": "0", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9",
}
_SIGNS = {"$": "Sc", "+": "Sm", "<": "Sm", "=": "Sm", ">": "Sm", "|": "Sm", "~": "Sm", "^": "Sk", "`": "Sk", "(": "Ps", "[": "Ps", "{": "Ps",
          ")": "Pe", "]": "Pe", "}": "Pe", "_": "Pc", "-": "Pd", "–": "Pd", "—": "Pd", "«": "Pi", "»": "Pf", "“": "Pi", "”": "Pf", "‘": "Pi",
          "’": "Pf", "€": "Sc", "£": "Sc", "¥": "Sc", "¢": "Sc", "©": "So", "®": "So", "°": "So", "±": "Sm", "×": "Sm", "÷": "Sm", "¬": "Sm",
          "\xad": "Cf", "…": "Po", "•": "Po", "™": "So"}


def _one(c):
    if not isinstance(c, str):
        raise TypeError(f"argument must be a unicode character, not {type(c).__name__}")
    if len(c) != 1:
        raise TypeError("need a single Unicode character as parameter")
    return c


def normalize(form, unistr, /):
    if form not in ("NFC", "NFD", "NFKC", "NFKD"):
        raise ValueError("invalid normalization form")
    if unistr.isascii():
        return unistr
    for c in unistr:
        if ord(c) > 0x24F and not 0x2000 <= ord(c) < 0x2070 and not 0x300 <= ord(c) < 0x370 and c not in _COMPATIBLE and not c.isspace():
            if 0x1E00 <= ord(c) < 0x2000 or 0xAC00 <= ord(c) < 0xD7A4 or 0xF900 <= ord(c):
                import _machine

                _machine.unsupported(f"unicodedata.normalize() does not know U+{ord(c):04X}: its tables end with Latin Extended-A")
    if "K" in form:
        unistr = "".join([_COMPATIBLE.get(c, c) for c in unistr])
    out = "".join([_SPLIT.get(c, c) for c in unistr])
    if form[-1] == "D":
        return out
    joined = []
    for c in out:
        if joined and joined[-1] + c in _JOINED:
            joined[-1] = _JOINED[joined[-1] + c]
        else:
            joined.append(c)
    return "".join(joined)


def is_normalized(form, unistr, /):
    return normalize(form, unistr) == unistr


def combining(chr, /):
    n = ord(_one(chr))
    if not 0x300 <= n < 0x370:
        return 0
    return 202 if n in (0x327, 0x328) else 220 if 0x316 <= n <= 0x319 or 0x323 <= n <= 0x333 else 230


def category(chr, /):
    c = _one(chr)
    n = ord(c)
    if c in _SIGNS:
        return _SIGNS[c]
    if c.isupper():
        return "Lu"
    if c.islower():
        return "Ll"
    if c.isdecimal():
        return "Nd"
    if c.isalpha():
        return "Lo"
    if c.isnumeric():
        return "No"
    if n < 32 or 127 <= n < 160:
        return "Cc"
    if c.isspace():
        return "Zl" if n == 0x2028 else "Zp" if n == 0x2029 else "Zs"
    if 0x300 <= n < 0x370:
        return "Mn"
    if n < 256:
        return "Po" if n < 128 or c in "¡§¶·¿" else "Sk" if c in "¨¯´¸" else "So"
    return "So"


def decomposition(chr, /):
    s = _SPLIT.get(_one(chr))
    return "" if s is None else " ".join([f"{ord(x):04X}" for x in s])


_NONE = object()


def _number(c, default, what):
    try:
        return int(c)
    except ValueError:
        pass
    if default is _NONE:
        raise ValueError(f"not a {what}")
    return default


def decimal(chr, default=_NONE, /):
    return _number(_one(chr), default, "decimal")


def digit(chr, default=_NONE, /):
    c = _one(chr)
    return _number(_COMPATIBLE.get(c, c), default, "digit")


def numeric(chr, default=_NONE, /):
    c = _one(chr)
    if c in "¼½¾":
        return (0.25, 0.5, 0.75)["¼½¾".index(c)]
    v = _number(_COMPATIBLE.get(c, c), default, "numeric character")
    return float(v) if isinstance(v, int) and v is not default else v


def bidirectional(chr, /):
    c = _one(chr)
    return "EN" if c.isdecimal() else "L" if c.isalpha() else "WS" if c == " " else "ON"


def mirrored(chr, /):
    return int(_one(chr) in "()<>[]{}«»")


def east_asian_width(chr, /):
    n = ord(_one(chr))
    if 32 <= n < 127:
        return "Na"
    if 0x1100 <= n < 0x1160 or 0x2E80 <= n < 0xA4D0 or 0xAC00 <= n < 0xD7A4 or 0xF900 <= n < 0xFB00 or 0x1F300 <= n < 0x1F650 or 0x20000 <= n:
        return "W"
    if 0xFF01 <= n < 0xFF61:
        return "F"
    return "N"


def name(chr, default=_NONE, /):
    import _machine

    c = _one(chr)
    if c.isascii() and c.isalpha():
        return f"LATIN {'CAPITAL' if c.isupper() else 'SMALL'} LETTER {c.upper()}"
    if c.isascii() and c.isdigit():
        return "DIGIT " + ("ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE")[int(c)]
    if c == " ":
        return "SPACE"
    _machine.unsupported("unicodedata.name() knows only ASCII letters and digits")


def lookup(name, /):
    import _machine

    for c in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ":
        if name.upper() == globals()["name"](c):
            return c
    _machine.unsupported("unicodedata.lookup() knows only ASCII letters and digits")
