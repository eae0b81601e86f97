import string

print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), len(string.printable))
print(string.capwords("  hello   wORLD "), string.capwords("a-b c-d", "-"))
t = string.Template("$who likes ${what}ish $$5 $who")
print(t.substitute(who="tim", what="kung pao"), t.safe_substitute(who="x"), t.get_identifiers(), t.is_valid(), t.template, t.substitute({"who": 1}, what=2))
for bad in (lambda: t.substitute(who=1), lambda: string.Template("a $ b").substitute(), lambda: string.Template("x\n  $1").substitute()):
    try:
        bad()
    except (KeyError, ValueError) as e:
        print(type(e).__name__, e)


class Percent(string.Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"


print(Percent("%% %with_underscore %notunderscored").safe_substitute(with_underscore="replaced", notunderscored="not"))
f = string.Formatter()
print(f.format("{0} {name!r:>6} {1:.2f} {}".replace(" {}", ""), 1, 2.5, name="n"), f.format("{} {}", 1, 2), f.vformat("{a[0]} {b.real}", (), {"a": [7], "b": 3}))
print(list(f.parse("a{0!r:>{w}}b{{c}}{d.e[1]}")), f.get_field("0.real", (3,), {}), f.convert_field(3, "r"), f.format_field(3.14159, ".2f"))


class Default(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else super().get_value(key, args, kwargs)

    def format_field(self, value, spec):
        return value.upper() if spec == "up" else super().format_field(value, spec)


print(Default().format("{a} {b:up} {0:>4}", 5, b="x"))
for bad in (lambda: f.format("{0} {}", 1, 2), lambda: f.format("{x}"), lambda: f.format("{2}", 1), lambda: f.format("{!z}", 1)):
    try:
        bad()
    except (KeyError, ValueError, IndexError) as e:
        print(type(e).__name__, e)
