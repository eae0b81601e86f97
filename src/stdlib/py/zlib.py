"""Checksums; compression is not offered."""

from _digest import adler32, crc32


class error(Exception):
    pass


def compress(data, /, level=-1, wbits=15):
    import _machine

    _machine.unsupported("zlib.compress() is not supported: hash or sort data instead to keep a core busy")


def decompress(data, /, wbits=15, bufsize=16384):
    import _machine

    _machine.unsupported("zlib.decompress() is not supported")
