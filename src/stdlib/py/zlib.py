"""Compression and checksums. What is compressed here differs in bytes, not in content, from what zlib makes."""

import _deflate
from _digest import adler32, crc32

DEFLATED = 8
DEF_BUF_SIZE = 16384
DEF_MEM_LEVEL = 8
MAX_WBITS = 15
Z_BEST_COMPRESSION, Z_BEST_SPEED, Z_DEFAULT_COMPRESSION, Z_NO_COMPRESSION = 9, 1, -1, 0
Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED = 0, 1, 2, 3, 4
Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH, Z_BLOCK, Z_TREES = range(7)
ZLIB_VERSION = ZLIB_RUNTIME_VERSION = "1.3.1"


class error(Exception):
    pass


error.__module__ = "zlib"
_GZIP = b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"


def _bytes(data):
    if isinstance(data, str):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return data if isinstance(data, (bytes, bytearray)) else bytes(data)


def compress(data, /, level=-1, wbits=15):
    data = _bytes(data)
    if not -1 <= level <= 9:
        raise error("Bad compression level")
    if wbits > 15:
        return _GZIP + _deflate.pack(data, level, True) + crc32(data).to_bytes(4, "little") + (len(data) & 0xFFFFFFFF).to_bytes(4, "little")
    return _deflate.pack(data, level, wbits < 0)


def _header(data):
    # Where the data of a gzip member begins.
    flags = data[3]
    at = 10
    if flags & 4:
        at += 2 + int.from_bytes(data[at:at + 2], "little")
    for bit in (8, 16):
        if flags & bit:
            at = data.index(b"\0", at) + 1
    return at + (2 if flags & 2 else 0)


def decompress(data, /, wbits=15, bufsize=16384):
    data = _bytes(data)
    if wbits > 15 and data[:2] == b"\x1f\x8b":
        return _unpack(data[_header(data):-8], True)
    if wbits >= 0:
        if not data:
            raise error("Error -5 while decompressing data: incomplete or truncated stream")
        if data[0] & 15 != 8 or (len(data) > 1 and (data[0] * 256 + data[1]) % 31):
            raise error("Error -3 while decompressing data: incorrect header check")
    return _unpack(data, wbits < 0)


def _unpack(data, raw):
    out = _deflate.unpack(data, raw)
    if out is None:
        raise error("Error -5 while decompressing data: incomplete or truncated stream")
    if isinstance(out, int):
        raise error("Error -3 while decompressing data: invalid data")
    return out


class _Compress:
    def __init__(self, level, wbits):
        self._settings = level, wbits
        self._data = []

    def compress(self, data, /):
        self._data.append(bytes(_bytes(data)))
        return b""

    def flush(self, mode=Z_FINISH, /):
        if mode != Z_FINISH:
            return b""
        level, wbits = self._settings
        return compress(b"".join(self._data), level, wbits)

    def copy(self):
        other = _Compress(*self._settings)
        other._data = list(self._data)
        return other


class _Decompress:
    def __init__(self, wbits):
        self._wbits = wbits
        self._data = b""
        self.unused_data = b""
        self.unconsumed_tail = b""
        self.eof = False

    def decompress(self, data, /, max_length=0):
        self._data += bytes(_bytes(data))
        if not self._data or self.eof:
            return b""
        try:
            out = decompress(self._data, self._wbits)
        except error as e:
            if "-5" in str(e):
                return b""
            raise
        if self._wbits in range(8, 16):
            self._cut(out)
        self.eof = True
        return out

    def _cut(self, out):
        """What follows the checksum of the text does not belong to it."""
        check = adler32(out).to_bytes(4, "big")
        end = self._data.find(check, 2) + 4
        while end > 3:
            try:
                if decompress(self._data[:end], self._wbits) == out:
                    self.unused_data = self._data[end:]
                    return
            except error:
                pass
            end = self._data.find(check, end - 3) + 4

    def flush(self, length=DEF_BUF_SIZE, /):
        return b""


def compressobj(level=-1, method=DEFLATED, wbits=15, memLevel=8, strategy=0):
    return _Compress(level, wbits)


def decompressobj(wbits=15):
    return _Decompress(wbits)
