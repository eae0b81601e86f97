import struct
import binascii

print(struct.pack("hhl", 1, 2, 3), struct.pack(">bhil", 1, -2, 3, -4), struct.pack("<BHIQ", 255, 65535, 2**32 - 1, 2**64 - 1), struct.pack("!f", 1.5), struct.pack("<d", -2.25), struct.pack(">e", 0.5))
print(struct.unpack("<bBhHiIqQ", struct.pack("<bBhHiIqQ", -1, 255, -2, 65535, -3, 4, -5, 6)), struct.unpack(">f", b"\x3f\x80\x00\x00"), struct.unpack("3s", b"abc"), struct.unpack("5p", b"\x03abc\x00"), struct.unpack("?c", b"\x01x"))
print([struct.calcsize(f) for f in ("hhl", "<hhl", "bi", "@bi", "=bi", "bq", "3xh", "10s", "P", "n", "0i", "ci", "ic", "llh0l")], struct.pack("bi", 1, 2), struct.pack("@ch", b"a", 1))
print(struct.pack("5s", b"ab"), struct.pack("2s", b"abc"), struct.pack("4p", b"abcdef"), struct.pack("3x2h", 1, 2), struct.pack("2?", True, []), struct.pack("c", b"z"))
s = struct.Struct("<2sH")
print(s.size, s.format, s.pack(b"hi", 7), s.unpack(b"hi\x07\x00"), list(s.iter_unpack(b"aa\x01\x00bb\x02\x00")), repr(s)[:8], list(struct.iter_unpack("<H", b"\x01\x00\x02\x00")))
buf = bytearray(8)
struct.pack_into("<HH", buf, 2, 1, 2)
print(buf, struct.unpack_from("<H", buf, 4), s.unpack_from(b"xxab\x01\x00", 2))
for bad in (lambda: struct.pack("h", 70000), lambda: struct.pack("B", -1), lambda: struct.pack("h"), lambda: struct.pack("hh", 1), lambda: struct.unpack("h", b"abc"), lambda: struct.pack("k", 1), lambda: struct.pack("i", "x"), lambda: struct.pack("c", b"ab"), lambda: struct.pack("f", "x"), lambda: struct.pack("s", "x"), lambda: struct.unpack_from("<I", b"ab"), lambda: struct.pack("<q", 2**63), lambda: struct.pack_into("<I", bytearray(2), 0, 1), lambda: list(struct.iter_unpack("<H", b"abc")), lambda: struct.calcsize("3"), lambda: struct.pack("I", 2**32), lambda: struct.pack("b", 200)):
    try:
        print(bad())
    except (struct.error, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
print(binascii.hexlify(b"\x00\xff"), binascii.unhexlify("00fF"), binascii.hexlify(b"abcd", "-", 2), binascii.b2a_hex(b"a"), binascii.crc32(b"hello"), binascii.crc32(b"lo", binascii.crc32(b"hel")), binascii.b2a_base64(b"hi"), binascii.a2b_base64(b"aGk="), binascii.b2a_base64(b"hi", newline=False), binascii.crc_hqx(b"abc", 0), binascii.b2a_qp(b"a=b\xff"), binascii.a2b_qp(b"a=3Db"))
for bad in (lambda: binascii.unhexlify("0"), lambda: binascii.unhexlify("zz"), lambda: binascii.a2b_base64("abc"), lambda: binascii.a2b_base64(b"a")):
    try:
        bad()
    except binascii.Error as e:
        print(type(e).__name__, e)
