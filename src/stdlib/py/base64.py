"""Bytes as letters."""

_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def b64encode(s, altchars=None):
    if isinstance(s, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    out = bytearray()
    for i in range(0, len(s), 3):
        part = s[i:i + 3]
        n = int.from_bytes(part + bytes(3 - len(part)), "big")
        four = [_LETTERS[n >> 18], _LETTERS[n >> 12 & 63], _LETTERS[n >> 6 & 63], _LETTERS[n & 63]]
        out.extend(four[:len(part) + 1])
        out.extend(b"=" * (3 - len(part)))
    out = bytes(out)
    if altchars is not None:
        out = out.replace(b"+", altchars[:1]).replace(b"/", altchars[1:])
    return out


def b64decode(s, altchars=None, validate=False):
    if isinstance(s, str):
        s = s.encode("ascii")
    if altchars is not None:
        s = s.replace(altchars[:1], b"+").replace(altchars[1:], b"/")
    n = 0
    bits = 0
    out = bytearray()
    count = 0
    for c in s:
        if c == 61:
            break
        at = _LETTERS.find(bytes([c]))
        if at < 0:
            continue
        count += 1
        n = n << 6 | at
        bits += 6
        if bits >= 8:
            bits -= 8
            out.append(n >> bits & 255)
    if count % 4 == 1 or (count % 4 and s.count(b"=") < 4 - count % 4):
        raise Error("Incorrect padding")
    return bytes(out)


class Error(ValueError):
    pass


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")


def b16encode(s):
    return s.hex().upper().encode()


def b16decode(s, casefold=False):
    return bytes.fromhex(s if isinstance(s, str) else s.decode())
