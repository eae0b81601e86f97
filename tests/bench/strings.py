def build(rounds):
    parts = []
    for n in range(rounds):
        name = "item" + str(n % 100)
        parts.append(f"{name}={n:>6d};{n / 7:.3f}")
        parts.append("%s has %d" % (name, n))
        parts.append("{}-{}".format(name, n).upper())
    text = ",".join(parts)
    out = ""
    for n in range(rounds):
        out += chr(97 + n % 26)
    head = text[:1000].replace("item", "thing").title()
    return len(text), len(out), out.count("abc"), head[:30], text.find("99;"), len(text.split(","))


print(build(150_000))
