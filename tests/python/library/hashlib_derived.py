# Keys derived from passwords, and digests of files.
import hashlib
import io

print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 1000).hex())
print(hashlib.pbkdf2_hmac("md5", b"pw" * 100, b"salt", 10, 40).hex())
print(hashlib.pbkdf2_hmac("sha1", b"", b"", 1, 5).hex(), hashlib.pbkdf2_hmac("sha512", bytearray(b"k"), b"s", 3).hex())
for call in (lambda: hashlib.pbkdf2_hmac("sha256", b"p", b"s", 0), lambda: hashlib.new("nothing")):
    try:
        print(call())
    except ValueError as e:
        print(type(e).__name__, str(e)[:44])
print(hashlib.file_digest(io.BytesIO(b"abc"), "sha256").hexdigest(), hashlib.file_digest(io.BytesIO(b"abc"), hashlib.md5).hexdigest())
h = hashlib.sha256()
h.update(b"a")
k = h.copy()
h.update(b"b")
print(h.hexdigest() == hashlib.sha256(b"ab").hexdigest(), k.hexdigest() == hashlib.sha256(b"a").hexdigest(), h.name, h.digest_size, h.block_size)
