"""Headers with characters beyond ASCII: words like `=?utf-8?q?caf=C3=A9?=`."""

import base64
import re

_WORD = re.compile(r"=\?([^?]*?)\?([qQbB])\?(.*?)\?=")
_PLAIN = frozenset(b"-!*+/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")


def _encoded(text, charset="utf-8"):
    raw = text.encode(charset)
    out = "".join([chr(b) if b in _PLAIN else "_" if b == 32 else f"={b:02X}" for b in raw])
    packed = base64.b64encode(raw).decode()
    return f"=?{charset}?b?{packed}?=" if len(packed) < len(out) else f"=?{charset}?q?{out}?="


def _word(charset, kind, text):
    if kind in "bB":
        return base64.b64decode(text + "=" * (-len(text) % 4))
    raw = text.replace("_", " ").encode("latin-1")
    return re.sub(rb"=([0-9A-Fa-f]{2})", lambda m: bytes([int(m.group(1), 16)]), raw)


def decode_header(header):
    header = str(header)
    if not _WORD.search(header):
        return [(header, None)]
    out, at = [], 0
    for m in _WORD.finditer(header):
        between = header[at:m.start()]
        if between.strip() or between and not out:
            out.append((between.encode("raw-unicode-escape" if not between.isascii() else "ascii"), None))
        piece, charset = _word(*m.groups()), m.group(1).lower()
        if out and out[-1][1] == charset:
            out[-1] = (out[-1][0] + piece, charset)
        else:
            out.append((piece, charset))
        at = m.end()
    if header[at:]:
        out.append((header[at:].encode("ascii", "replace"), None))
    return out


def make_header(decoded_seq, maxlinelen=None, header_name=None, continuation_ws=" "):
    h = Header()
    for s, charset in decoded_seq:
        h.append(s, charset)
    return h


class Header:
    def __init__(self, s=None, charset=None, maxlinelen=None, header_name=None, continuation_ws=" ", errors="strict"):
        self._chunks = []
        if s is not None:
            self.append(s, charset)

    def append(self, s, charset=None, errors="strict"):
        charset = str(charset) if charset is not None else None
        self._chunks.append((s.decode(charset or "ascii") if isinstance(s, bytes) else s, charset))

    def __str__(self):
        return "".join([s for s, _ in self._chunks]) if len({c for _, c in self._chunks}) < 2 else " ".join([s.strip() for s, _ in self._chunks])

    def encode(self, splitchars=";, \t", maxlinelen=None, linesep="\n"):
        return " ".join([_encoded(s, c or "utf-8") if c or not s.isascii() else s for s, c in self._chunks])

    def __eq__(self, other):
        return str(self) == other
