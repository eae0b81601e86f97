"""Bytes as letters of an alphabet."""

import binascii
import re

__all__ = [
    "encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode", "b32decode", "b32hexencode", "b32hexdecode",
    "b16encode", "b16decode", "b85encode", "b85decode", "a85encode", "a85decode", "z85encode", "z85decode", "standard_b64encode",
    "standard_b64decode", "urlsafe_b64encode", "urlsafe_b64decode",
]


def _bytes_from_decode_data(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        return bytes(memoryview(s))
    except TypeError:
        raise TypeError(f"argument should be a bytes-like object or ASCII string, not {s.__class__.__name__!r}") from None


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b"+/", altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _bytes_from_decode_data(s)
    if altchars is not None:
        altchars = _bytes_from_decode_data(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")


_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"


def _b32encode(alphabet, s):
    s = bytes(s)
    left = len(s) % 5
    if left:
        s = s + b"\0" * (5 - left)
    out = bytearray()
    for i in range(0, len(s), 5):
        n = int.from_bytes(s[i:i + 5], "big")
        out.extend([alphabet[n >> shift & 31] for shift in range(35, -1, -5)])
    n = {0: 0, 1: 6, 2: 4, 3: 3, 4: 1}[left]
    if n:
        out[-n:] = b"=" * n
    return bytes(out)


def _b32decode(alphabet, s, casefold=False, map01=None):
    s = _bytes_from_decode_data(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        s = s.translate(bytes.maketrans(b"01", b"O" + _bytes_from_decode_data(map01)))
    if casefold:
        s = s.upper()
    n = len(s)
    s = s.rstrip(b"=")
    pads = n - len(s)
    places = {c: i for i, c in enumerate(alphabet)}
    out = bytearray()
    word = 0
    for i in range(0, len(s), 8):
        part = s[i:i + 8]
        word = 0
        for c in part:
            if c not in places:
                raise binascii.Error("Non-base32 digit found")
            word = word << 5 | places[c]
        if len(part) == 8:
            out.extend(word.to_bytes(5, "big"))
    if n % 8 or pads not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    if pads and n:
        word <<= 5 * pads
        out.extend(word.to_bytes(5, "big")[:(43 - 5 * pads) // 8])
    return bytes(out)


def b32encode(s):
    return _b32encode(_B32, s)


def b32decode(s, casefold=False, map01=None):
    return _b32decode(_B32, s, casefold, map01)


def b32hexencode(s):
    return _b32encode(_B32HEX, s)


def b32hexdecode(s, casefold=False):
    return _b32decode(_B32HEX, s, casefold)


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _bytes_from_decode_data(s)
    if casefold:
        s = s.upper()
    if re.search(b"[^0-9A-F]", s):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


_A85 = bytes(range(33, 118))
_B85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
_Z85 = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#"


def _encode85(b, alphabet, pad=False, foldnuls=False, foldspaces=False):
    b = bytes(b)
    padding = -len(b) % 4
    b = b + b"\0" * padding
    chunks = []
    for i in range(0, len(b), 4):
        n = int.from_bytes(b[i:i + 4], "big")
        if foldnuls and not n:
            chunks.append(b"z")
        elif foldspaces and n == 0x20202020:
            chunks.append(b"y")
        else:
            five = []
            for _ in range(5):
                n, r = divmod(n, 85)
                five.append(alphabet[r])
            chunks.append(bytes(five[::-1]))
    if padding and not pad:
        if chunks[-1] == b"z":
            chunks[-1] = alphabet[:1] * 5
        chunks[-1] = chunks[-1][:-padding]
    return b"".join(chunks)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    result = _encode85(b, _A85, pad, True, foldspaces)
    if adobe:
        result = b"<~" + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [result[i:i + wrapcol] for i in range(0, len(result), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b"")
        result = b"\n".join(lines)
    return result + b"~>" if adobe else result


def _word(five, what):
    n = 0
    for x in five:
        n = n * 85 + x
    if n > 0xFFFFFFFF:
        raise ValueError(what)
    return n.to_bytes(4, "big")


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    b = _bytes_from_decode_data(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    out = []
    current = []
    for c in b + b"u" * 4:
        if 33 <= c <= 117:
            current.append(c - 33)
            if len(current) == 5:
                out.append(_word(current, "Ascii85 overflow"))
                current = []
        elif c == 122:
            if current:
                raise ValueError("z inside Ascii85 5-tuple")
            out.append(b"\0\0\0\0")
        elif foldspaces and c == 121:
            if current:
                raise ValueError("y inside Ascii85 5-tuple")
            out.append(b"    ")
        elif c not in ignorechars:
            raise ValueError(f"Non-Ascii85 digit found: {chr(c)}")
    result = b"".join(out)
    padding = 4 - len(current)
    return result[:-padding] if padding else result


def b85encode(b, pad=False):
    return _encode85(b, _B85, pad)


def _decode85(b, alphabet, name):
    b = _bytes_from_decode_data(b)
    places = {c: i for i, c in enumerate(alphabet)}
    padding = -len(b) % 5
    b = b + alphabet[-1:] * padding
    out = []
    for i in range(0, len(b), 5):
        for j, c in enumerate(b[i:i + 5]):
            if c not in places:
                raise ValueError(f"bad {name} character at position {i + j}")
        out.append(_word([places[c] for c in b[i:i + 5]], f"{name} overflow in hunk starting at byte {i}"))
    result = b"".join(out)
    return result[:-padding] if padding else result


def b85decode(b):
    return _decode85(b, _B85, "base85")


def z85encode(s):
    return _encode85(s, _Z85)


def z85decode(s):
    return _decode85(s, _Z85, "z85")


def encodebytes(s):
    if not isinstance(s, (bytes, bytearray)):
        raise TypeError(f"expected bytes-like object, not {type(s).__name__}")
    return b"".join([binascii.b2a_base64(s[i:i + 57]) for i in range(0, len(s), 57)])


def decodebytes(s):
    if not isinstance(s, (bytes, bytearray)):
        raise TypeError(f"expected bytes-like object, not {type(s).__name__}")
    return binascii.a2b_base64(s)


def encode(input, output):
    while s := input.read(57):
        output.write(binascii.b2a_base64(s))


def decode(input, output):
    while line := input.readline():
        output.write(binascii.a2b_base64(line))
