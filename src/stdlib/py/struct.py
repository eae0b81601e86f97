"""Values packed into bytes: C in CPython."""

import _struct

__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]


class error(Exception):
    pass


error.__module__ = "struct"


def calcsize(format, /):
    return _struct.size(format)[0]


def pack(format, /, *values):
    return _struct.pack(format, values)


def _data(buffer):
    if isinstance(buffer, (bytes, bytearray)):
        return buffer
    if not isinstance(buffer, memoryview) and not hasattr(buffer, "tobytes"):
        raise TypeError(f"a bytes-like object is required, not '{type(buffer).__name__}'")
    return bytes(buffer)


def unpack(format, buffer, /):
    buffer = _data(buffer)
    size = calcsize(format)
    if len(buffer) != size:
        raise error(f"unpack requires a buffer of {size} bytes")
    return _struct.unpack(format, buffer, 0)


def _place(what, offset, size, length):
    if offset < 0:
        if offset + length < 0:
            raise error(f"offset {offset} out of range for {length}-byte buffer")
        if offset + size > 0:
            verb = "pack" if what == "pack_into" else "unpack"
            raise error(
                f"no space to pack {size} bytes at offset {offset}" if verb == "pack"
                else f"not enough data to unpack {size} bytes"
            )
        offset += length
    if length - offset < size:
        word = "packing" if what == "pack_into" else "unpacking"
        raise error(
            f"{what} requires a buffer of at least {size + offset} bytes for {word} {size} bytes at offset {offset} "
            f"(actual buffer size is {length})"
        )
    return offset


def unpack_from(format, /, buffer, offset=0):
    data = _data(buffer)
    return _struct.unpack(format, data, _place("unpack_from", offset, calcsize(format), len(data)))


def pack_into(format, buffer, offset, /, *values):
    packed = _struct.pack(format, values)
    offset = _place("pack_into", offset, len(packed), len(buffer))
    buffer[offset:offset + len(packed)] = packed


def iter_unpack(format, buffer, /):
    size = calcsize(format)
    data = _data(buffer)
    if not size:
        raise error("cannot iteratively unpack with a struct of length 0")
    if len(data) % size:
        raise error(f"iterative unpacking requires a buffer of a multiple of {size} bytes")
    return iter([_struct.unpack(format, data, i) for i in range(0, len(data), size)])


class Struct:
    """A format, read once."""

    def __init__(self, format):
        self.size = calcsize(format)
        self.format = format if isinstance(format, str) else format.decode()

    def pack(self, *values):
        return pack(self.format, *values)

    def pack_into(self, buffer, offset, *values):
        pack_into(self.format, buffer, offset, *values)

    def unpack(self, buffer, /):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)

    def iter_unpack(self, buffer, /):
        return iter_unpack(self.format, buffer)

    def __repr__(self):
        return f"Struct({self.format!r})"


Struct.__module__ = "_struct"
