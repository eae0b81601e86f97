import base64
import hashlib
import hmac
import zlib
import gzip
import io

for data in (b"", b"f", b"fo", b"foo", bytes(range(250, 256)), b"any carnal pleas"):
    print(base64.b64encode(data), base64.urlsafe_b64encode(data), base64.b32encode(data), base64.b16encode(data), base64.b85encode(data), base64.a85encode(data), base64.b32hexencode(data))
    assert base64.b64decode(base64.b64encode(data)) == data == base64.b32decode(base64.b32encode(data)) == base64.b85decode(base64.b85encode(data)) == base64.a85decode(base64.a85encode(data)) == base64.b16decode(base64.b16encode(data))
print(base64.b64decode("aGVsbG8="), base64.b64decode(b"aGVs\nbG8="), base64.encodebytes(b"x" * 60), base64.decodebytes(b"eHg=\n"), base64.standard_b64encode(b"\xfb\xff"), base64.b64encode(b"\xfb\xff", altchars=b"@!"), base64.b16decode("ab", casefold=True), base64.a85encode(b"abc", adobe=True), base64.a85encode(bytes(4)), base64.b32decode("me======", casefold=True))
for bad in (lambda: base64.b64decode("abc"), lambda: base64.b64decode("ab!c", validate=True), lambda: base64.b64encode("x"), lambda: base64.b32decode("a"), lambda: base64.b16decode("xy"), lambda: base64.b64decode("é")):
    try:
        print(bad())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "sha3_512", "blake2b", "blake2s"):
    h = hashlib.new(name, b"abc")
    print(name, h.hexdigest()[:32], h.digest_size, h.block_size, h.name)
h = hashlib.sha256()
h.update(b"hello ")
c = h.copy()
h.update(b"world")
print(h.hexdigest() == hashlib.sha256(b"hello world").hexdigest(), c.hexdigest()[:8], h.digest()[:4], repr(h)[:30], sorted(hashlib.algorithms_guaranteed)[:3], hashlib.md5(b"x", usedforsecurity=False).hexdigest())
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 10).hex()[:20], hashlib.blake2b(b"x", digest_size=8).hexdigest(), hashlib.shake_128(b"x").hexdigest(8), hashlib.file_digest(io.BytesIO(b"abc"), "md5").hexdigest())
m = hmac.new(b"key", b"msg", hashlib.sha256)
print(m.hexdigest(), m.digest_size, m.name, hmac.digest(b"key", b"msg", "sha1").hex(), hmac.compare_digest("a", "a"), hmac.compare_digest(b"a", b"b"), hmac.new(b"k" * 100, b"m", "md5").hexdigest())
for bad in (lambda: hashlib.md5("x"), lambda: hashlib.new("nope"), lambda: hmac.new("k", b"x", "md5"), lambda: hmac.new(b"k", b"x")):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
data = b"the quick brown fox " * 50
z = zlib.compress(data)
print(zlib.decompress(z) == data, len(z) < 100, zlib.crc32(data), zlib.adler32(data), gzip.decompress(gzip.compress(data)) == data, zlib.decompress(zlib.compress(b"", 9)), zlib.decompress(zlib.compress(data, level=1)) == data)
co = zlib.compressobj()
parts = co.compress(data) + co.flush()
do = zlib.decompressobj()
print(do.decompress(parts) + do.flush() == data, do.eof, do.unused_data, zlib.decompress(bytes.fromhex("789c4b4c4a06000 24d0127".replace(" ", ""))))
try:
    zlib.decompress(b"junk")
except zlib.error as e:
    print("zlib.error", e)
