import struct
import zlib
import binascii
from collections import namedtuple

Header = namedtuple("Header", "magic version flags size")
fmt = struct.Struct(">4sBHI")
raw = fmt.pack(b"PNG!", 1, 513, 70000)
print(raw, fmt.size, Header._make(fmt.unpack(raw)), raw.hex(" "), fmt.unpack_from(b"xx" + raw, 2))
records = b"".join(struct.pack("<Hf", i, i / 2) for i in range(3))
print([struct.unpack_from("<Hf", records, i * 6) for i in range(3)], list(struct.iter_unpack("<Hf", records)), len(records))
buf = bytearray(10)
struct.pack_into("<h", buf, 0, -2), struct.pack_into(">d", buf, 2, 1.0)
print(buf, struct.unpack("<h", buf[:2]), struct.unpack(">d", bytes(buf[2:])))
for f, v in (("b", -128), ("B", 255), ("<h", -2), (">H", 65535), ("<i", -1), (">I", 1), ("<q", -(2**63)), (">Q", 2**64 - 1), ("<f", 0.1), (">d", 0.1), ("<e", 0.1), ("?", True), ("c", b"x"), ("4s", b"ab"), ("3p", b"abcd"), ("<l", 7), ("<L", 7), ("x", None)):
    packed = struct.pack(f, *([] if v is None else [v]))
    print(f, packed, struct.unpack(f, packed), struct.calcsize(f))
print(struct.pack("<f", float("inf")), struct.pack("<d", float("-inf")), struct.unpack("<f", b"\x00\x00\xc0\x7f"), struct.pack(">e", 65504.0), struct.unpack("<e", b"\x01\x00"), struct.pack("2h 2x b", 1, 2, 3), struct.pack("<3?", 0, 1, "x"))
for bad in (lambda: struct.pack("<f", 1e40), lambda: struct.pack("<e", 1e6), lambda: struct.unpack("<I", b"123"), lambda: struct.pack("4s", "text"), lambda: struct.pack("<2h", 1), lambda: struct.pack("z", 1), lambda: struct.pack("<P", 1), lambda: struct.pack("H", -1), lambda: struct.pack("d", "x"), lambda: struct.Struct(5)):
    try:
        print(bad())
    except (struct.error, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
data = bytes(range(256)) * 4
print(zlib.crc32(data), zlib.adler32(data), binascii.crc32(b"123456789") == 0xCBF43926, zlib.decompress(zlib.compress(data)) == data, zlib.crc32(b"b", zlib.crc32(b"a")) == zlib.crc32(b"ab"), binascii.hexlify(b"\x01\xab", ":"), binascii.unhexlify(b"01ab"))
