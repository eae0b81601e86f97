# What kind of character each one is: where the answers change, of the first planes of Unicode.
RANGES = [range(0x3500), range(0x4DFE, 0x4E20), range(0xA000, 0xA0A0), range(0xA480, 0xAC10), range(0xD7A0, 0xD800), range(0xE000, 0xE002), range(0xF8FE, 0x10380), range(0x1D7C0, 0x1D810), range(0x1F0F0, 0x1F200), range(0xE0000, 0xE0002)]
TESTS = {
    "isalpha": str.isalpha,
    "isdecimal": str.isdecimal,
    "isdigit": str.isdigit,
    "isnumeric": str.isnumeric,
    "isalnum": str.isalnum,
    "isspace": str.isspace,
    "isprintable": str.isprintable,
    "isidentifier": str.isidentifier,
    "goes on": lambda c: ("a" + c).isidentifier(),
}
for name, test in TESTS.items():
    turns = [f"{n:x}" for r in RANGES for n in r if test(chr(n)) != (n > r[0] and test(chr(n - 1)))]
    print(name, len(turns), *turns)

for c in "ßẞŉǰΐﬁﬃİıſςΣǅǆᾳᾼᾲᾷᾀᾈაᏰꭰᲀ":
    print(c, *(ascii(getattr(c, way)()) for way in ("title", "capitalize", "casefold", "upper", "lower")), c.istitle())
print("ǆungla".title(), "ﬁnd ﬁsh".title(), "ŉ".capitalize(), "STRASSE".casefold() == "Straße".casefold())
print(ascii("\u0378 \u200b é 日本 \U0001f600 \U0001f8b2"), repr("\u0378 \u200b é 日本 \U0001f600 \U0001f8b2 \u0301"))
