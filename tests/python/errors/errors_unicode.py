for f in (lambda: b"\xc3".decode(), lambda: b"ab\xe2\x82".decode("utf8"), lambda: b"x\xff".decode(), lambda: b"\xf0\x9f\x98x".decode(),
          lambda: "añb".encode("ascii"), lambda: "añéb".encode("ascii"), lambda: "€".encode("latin-1"), lambda: b"\x80".decode("ascii"),
          lambda: b"a\x00b".decode("utf-16-le")):
    try:
        print(f())
    except UnicodeError as e:
        print(type(e).__name__, "|", e, "|", e.encoding, e.object, e.start, e.end, e.reason, len(e.args))


def repair(data):
    """Decodes what can be, and marks the rest."""
    out = ""
    while data:
        try:
            return out + data.decode()
        except UnicodeDecodeError as e:
            out += data[:e.start].decode() + "<" + e.object[e.start:e.end].hex() + ">"
            data = data[e.end:]
    return out


print(repair(b"caf\xe9 au lait \xf0\x9f and more \xc3\xa9"))
e = UnicodeDecodeError("utf-8", b"ab", 0, 1, "why")
print(e, repr(e), e.reason, UnicodeEncodeError("x", "é", 0, 1, "no"), UnicodeError("plain"))
print("aé".encode("ascii", "replace"), "aé".encode("ascii", "backslashreplace"), b"a\xff".decode(errors="backslashreplace"))
b"\xff".decode()
