def table(rows, header):
    widths = [max(len(str(row[i])) for row in [header, *rows]) for i in range(len(header))]
    line = "+".join("-" * (w + 2) for w in widths)
    print(" | ".join(f"{h:^{w}}" for h, w in zip(header, widths)))
    print(line)
    for row in rows:
        print(" | ".join(f"{c:>{w}}" if isinstance(c, (int, float)) else f"{c:<{w}}" for c, w in zip(row, widths)))


table([("ann", 30, 1.5), ("robert", 4, 22.25)], ("name", "age", "score"))
for n in range(1, 5):
    print(" " * (4 - n) + "*" * (2 * n - 1))
for i in range(1, 4):
    print(*(f"{i * j:3}" for j in range(1, 6)), sep="")
print("=" * 20, "\n", "tab\there", sep="")
text = "it was the best of times it was the worst of times"
print({w: text.split().count(w) for w in dict.fromkeys(text.split())})
print(" ".join(w.capitalize() for w in text.split()[:4]), text[::-1][:5], "-".join(text[i:i + 3] for i in range(0, 9, 3)))
print("%-10s|%5.1f|%03d" % ("left", 3.14159, 7), "{:>6}|{:<6}|{:^6}".format("a", "b", "c"), f"{'x':->5}{'y':=<5}")
caesar = "".join(chr((ord(c) - 97 + 3) % 26 + 97) if c.isalpha() else c for c in "attack at dawn")
print(caesar, "".join(sorted(caesar.replace(" ", ""))), caesar.count("d"), [ord(c) for c in "az"])
print("a,b;c".replace(";", ",").split(","), "key=value=x".split("=", 1), "line1\nline2".split("\n"), "x".join("abc"), "abc".join(["1"]))
print(f"{12:>8,}|{1234567.891:>15,.2f}|{0.5:.0%}|{5:b}|{255:02x}|{'é':>3}|{1e-10:.2e}|{-0.0:.1f}")
print("yes" if "was" in text and not text.startswith("x") else "no", text.title()[:10], len(text), text.index("best"), text.rindex("times"))
