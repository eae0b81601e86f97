import hashlib
import hmac

for text in ("", "abc", "The quick brown fox jumps over the lazy dog", "x" * 1000):
    b = text.encode()
    print([getattr(hashlib, n)(b).hexdigest()[:16] for n in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s")])
h = hashlib.sha256()
for part in (b"a", b"b", bytearray(b"c")):
    h.update(part)
print(h.hexdigest() == hashlib.sha256(b"abc").hexdigest(), h.digest_size, h.block_size, h.name, h.copy().hexdigest() == h.hexdigest(), len(h.digest()), hashlib.new("sha512", b"x").name)
print(hashlib.shake_256(b"abc").hexdigest(20), hashlib.blake2b(b"abc", digest_size=20).hexdigest(), hashlib.blake2s(b"abc", key=b"k").hexdigest(), hashlib.blake2b(b"", key=b"key", digest_size=4).hexdigest(), hashlib.blake2b(b"x" * 300).hexdigest()[:20])
print(hashlib.pbkdf2_hmac("sha1", b"password", b"salt", 2).hex(), hashlib.pbkdf2_hmac("sha256", b"p", b"s", 5, dklen=40).hex())
print(hmac.new(b"key", b"The quick brown fox jumps over the lazy dog", "sha256").hexdigest(), hmac.new(b"", b"", hashlib.md5).hexdigest(), hmac.compare_digest("abc", "abd"), hmac.digest(b"k", b"m", hashlib.sha1).hex())
m = hmac.new(b"secret", digestmod="sha512")
m.update(b"part1"), m.update(b"part2")
print(m.hexdigest() == hmac.new(b"secret", b"part1part2", "sha512").hexdigest(), m.copy().digest() == m.digest(), m.name, m.block_size)
chain = "0"
for i in range(5):
    chain = hashlib.sha256(f"{chain}:{i}".encode()).hexdigest()
print(chain, "sha256" in hashlib.algorithms_available, int(hashlib.md5(b"shard-key").hexdigest(), 16) % 8)
for bad in (lambda: hashlib.sha256("text"), lambda: hashlib.new("unknown"), lambda: hashlib.sha1(5), lambda: hashlib.blake2b(digest_size=65), lambda: hmac.new(b"k", "text", "md5"), lambda: hmac.compare_digest("é", "é"), lambda: hmac.compare_digest(b"a", "a")):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
