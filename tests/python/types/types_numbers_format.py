# The format mini-language on every kind of value, and what it refuses.
for spec in ("", "5", "<8", ">8", "^8", "*^9", "+", "-", " ", "=+9", "08", "+08d", ",", "_", "x", "#x", "#010x", "b", "#b", "o", "c", "e", "f", ".2f", "g", "n", "%", ",.2f", "_b", "_x"):
    print(repr(spec), format(65, spec), end=" | ")
print()
for spec in ("", ".3", ".0f", "#.0f", "e", ".2e", "g", ".3g", "#g", "G", "%", ".1%", "10.2f", "<10.2f", "^+10.1f", "010.2f", ",", "_.3f", "z.1f", "n", "E", "=10"):
    print(repr(spec), format(-1234.5678, spec), format(0.0001, spec), end=" | ")
print()
for spec in ("", "10", "<10", ">10", "^10", ".3", "*^10.2", "s", "5s", "-<6"):
    print(repr(spec), "[" + format("héllo", spec) + "]", end=" ")
print()
print(f"{float('nan'):8.2f}|{float('inf'):+}|{-0.0:z.1f}|{1e100:.3g}|{123456789:,}|{2**70:_}|{True:d}|{True}|{None!s:>6}")
print(f"{3:{'>'}{5}}|{'x':{10}}|{3.14159:.{2}f}|{12!r:>5}|{'q'!a}|{[1]!s:^7}|{1 + 2j:.1f}|{1j:>8}")
width, name = 7, "v"
print(f"{name=} {width=:>4} {width + 1 = } {name!r:^{width}}|{{}} {'{'} {f'{name}'}")
for value, spec in ((5, "s"), ("a", "d"), ("a", "+"), (5, ".2"), (5, ".2d"), (1.5, "d"), (1.5, "x"), (5, ",x"), ([], "5"), (None, ">5"), ("a", "="), (5, "c0"), (-1, "c"), (5, "q"), (1.0, ",n"), ("a", ",")):
    try:
        print(format(value, spec))
    except Exception as e:
        print(type(e).__name__, e)
