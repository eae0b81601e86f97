"""Bytes as text and back: C in CPython."""

from _digest import crc32

_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_PLACES = {c: i for i, c in enumerate(_LETTERS)}


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


Error.__module__ = Incomplete.__module__ = "binascii"


def _data(data):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    if isinstance(data, (bytes, bytearray)):
        return data
    if not isinstance(data, memoryview) and not hasattr(data, "tobytes"):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return bytes(data)


def _ascii(data):
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return data.encode()
    if not isinstance(data, (bytes, bytearray)) and not hasattr(data, "__bytes__"):
        raise TypeError(f"argument should be bytes, buffer or ASCII string, not '{type(data).__name__}'")
    return data


def hexlify(data, sep=None, bytes_per_sep=1):
    data = _data(data)
    if sep is None:
        return data.hex().encode()
    return data.hex(sep if isinstance(sep, str) else sep.decode(), bytes_per_sep).encode()


b2a_hex = hexlify


def unhexlify(hexstr, /):
    s = _ascii(hexstr)
    if len(s) % 2:
        raise Error("Odd-length string")
    try:
        if any([c in b" \t\n\r\x0b\f" for c in s]):
            raise ValueError
        return bytes.fromhex(bytes(s).decode("ascii"))
    except ValueError:
        raise Error("Non-hexadecimal digit found") from None


a2b_hex = unhexlify


def b2a_base64(data, /, *, newline=True):
    data = _data(data)
    out = bytearray()
    for i in range(0, len(data), 3):
        part = data[i:i + 3]
        n = int.from_bytes(part + bytes(3 - len(part)), "big")
        four = (_LETTERS[n >> 18], _LETTERS[n >> 12 & 63], _LETTERS[n >> 6 & 63], _LETTERS[n & 63])
        out.extend(four[:len(part) + 1])
        out.extend(b"=" * (3 - len(part)))
    if newline:
        out.append(10)
    return bytes(out)


def a2b_base64(data, /, *, strict_mode=False):
    s = _ascii(data)
    out = bytearray()
    n = count = pads = 0
    for i, c in enumerate(s):
        if c == 61:
            pads += 1
            if count % 4 >= 2 and count % 4 + pads >= 4:
                if strict_mode and i + 1 < len(s):
                    raise Error("Excess data after padding")
                return bytes(out)
            if strict_mode and count % 4 < 2:
                raise Error("Leading padding not allowed" if i == 0 else "Discontinuous padding not allowed")
            continue
        at = _PLACES.get(c)
        if at is None:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        if strict_mode and pads:
            raise Error("Discontinuous padding not allowed")
        pads = 0
        n = (n << 6 | at) & 0xFFFFFF
        count += 1
        phase = count % 4
        if phase != 1:
            shift = {2: 4, 3: 2, 0: 0}[phase]
            out.append(n >> shift & 255)
    if count % 4:
        if count % 4 == 1:
            raise Error(
                f"Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more than a multiple of 4"
            )
        raise Error("Incorrect padding")
    return bytes(out)


def crc_hqx(data, value, /):
    for c in _data(data):
        value ^= c << 8
        for _ in range(8):
            value = (value << 1 ^ 0x1021 if value & 0x8000 else value << 1) & 0xFFFF
    return value


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    out = bytearray()
    column = 0
    data = _data(data)
    for i, c in enumerate(data):
        if istext and c == 10:
            out.append(10)
            column = 0
            continue
        last = i + 1 == len(data) or data[i + 1] == 10
        if c > 126 or c == 61 or (header and c == 95) or (c < 32 and c != 9) or (c in (9, 32) and (quotetabs or last)):
            piece = b"=%02X" % c
        elif header and c == 32:
            piece = b"_"
        else:
            piece = bytes([c])
        if column + len(piece) > 75:
            out.extend(b"=\n")
            column = 0
        out.extend(piece)
        column += len(piece)
    return bytes(out)


def a2b_qp(data, header=False):
    s = _ascii(data)
    out = bytearray()
    i = 0
    while i < len(s):
        c = s[i]
        i += 1
        if c == 61:
            if s[i:i + 1] in (b"\n", b""):
                i += 1
            elif s[i:i + 2] == b"\r\n":
                i += 2
            else:
                try:
                    out.append(int(bytes(s[i:i + 2]), 16))
                    i += 2
                except ValueError:
                    out.append(61)
        else:
            out.append(32 if header and c == 95 else c)
    return bytes(out)
