"""Message digests."""

import _digest
import _machine

_SIZES = {
    "md5": (16, 64), "sha1": (20, 64), "sha224": (28, 64), "sha256": (32, 64), "sha384": (48, 128), "sha512": (64, 128),
    "sha3_224": (28, 144), "sha3_256": (32, 136), "sha3_384": (48, 104), "sha3_512": (64, 72), "shake_128": (0, 168),
    "shake_256": (0, 136), "blake2b": (64, 128), "blake2s": (32, 64),
}
algorithms_guaranteed = set(_SIZES)
algorithms_available = set(_SIZES)


class _Hash:
    def __init__(self, name, data=b"", size=None, key=b"", marks=b""):
        self.name = name
        self.digest_size, self.block_size = _SIZES[name]
        if size is not None:
            self.digest_size = size
        self._key, self._marks = key, marks
        self._data = b""
        self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing")
        if not isinstance(data, (bytes, bytearray)) and not hasattr(data, "__bytes__"):
            raise TypeError("object supporting the buffer API required")
        self._data += bytes(data)

    def digest(self, length=None):
        if self.name[:5] == "shake" and length is None:
            raise TypeError("digest() missing required argument 'length' (pos 1)")
        return _digest.digest(self.name, self._data, self.digest_size if length is None else length, self._key, self._marks)

    def hexdigest(self, length=None):
        return self.digest(length).hex()

    def copy(self):
        return _Hash(self.name, self._data, self.digest_size, self._key, self._marks)

    def __repr__(self):
        module = f"_{self.name[:6]}.{self.name}" if self.name[:6] == "blake2" else f"{self.name} _hashlib.HASH"
        return f"<{module} object @ {hex(id(self))}>"


def new(name, data=b"", *, usedforsecurity=True, **keywords):
    known = name.lower().replace("-", "_" if name.lower().startswith(("sha3", "shake")) else "")
    if known in ("blake2b", "blake2s"):
        return globals()[known](data, **keywords)
    if known not in _SIZES:
        raise ValueError(f"unsupported hash type {name}")
    return _Hash(known, data)


def _maker(name):
    def make(string=b"", *, usedforsecurity=True):
        return _Hash(name, string)

    make.__name__ = make.__qualname__ = "openssl_" + name
    return make


md5, sha1, sha224, sha256, sha384, sha512 = [_maker(n) for n in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")]
sha3_224, sha3_256, sha3_384, sha3_512 = [_maker(n) for n in ("sha3_224", "sha3_256", "sha3_384", "sha3_512")]
shake_128, shake_256 = _maker("shake_128"), _maker("shake_256")


def _blake(name, data, digest_size, key, salt, person, *tree):
    most = _SIZES[name][0]
    if not 1 <= digest_size <= most:
        raise ValueError(f"digest_size must be between 1 and {most} bytes")
    marks = b""
    for what, value in (("salt", salt), ("person", person)):
        if len(value) > most // 4:
            raise ValueError(f"maximum {what} length is {most // 4} bytes")
        marks += bytes(value).ljust(most // 4, b"\0")
    if len(key) > most:
        raise ValueError(f"maximum key length is {most} bytes")
    if tree != (1, 1, 0, 0, 0, 0, False):
        _machine.unsupported(f"the tree mode of hashlib.{name}() is not supported")
    return _Hash(name, data, digest_size, bytes(key), marks)


def blake2b(data=b"", /, *, digest_size=64, key=b"", salt=b"", person=b"", fanout=1, depth=1, leaf_size=0, node_offset=0,
            node_depth=0, inner_size=0, last_node=False, usedforsecurity=True):
    return _blake("blake2b", data, digest_size, key, salt, person, fanout, depth, leaf_size, node_offset, node_depth,
                  inner_size, last_node)


def blake2s(data=b"", /, *, digest_size=32, key=b"", salt=b"", person=b"", fanout=1, depth=1, leaf_size=0, node_offset=0,
            node_depth=0, inner_size=0, last_node=False, usedforsecurity=True):
    return _blake("blake2s", data, digest_size, key, salt, person, fanout, depth, leaf_size, node_offset, node_depth,
                  inner_size, last_node)


for _f, _sizes in ((blake2b, (16, 16, 64, 64)), (blake2s, (8, 8, 32, 32))):
    _f.SALT_SIZE, _f.PERSON_SIZE, _f.MAX_KEY_SIZE, _f.MAX_DIGEST_SIZE = _sizes


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    name = new(hash_name).name
    size, block_size = _SIZES[name]
    dklen = size if dklen is None else dklen
    digest = _digest.digest
    key = bytes(password)
    if len(key) > block_size:
        key = digest(name, key, size, b"")
    key += bytes(block_size - len(key))
    inner, outer = bytes([b ^ 54 for b in key]), bytes([b ^ 92 for b in key])
    out = b""
    block = 1
    while len(out) < dklen:
        u = digest(name, outer + digest(name, inner + bytes(salt) + block.to_bytes(4, "big"), size, b""), size, b"")
        total = int.from_bytes(u, "big")
        for _ in range(iterations - 1):
            u = digest(name, outer + digest(name, inner + u, size, b""), size, b"")
            total ^= int.from_bytes(u, "big")
        out += total.to_bytes(size, "big")
        block += 1
    return out[:dklen]


def file_digest(fileobj, digest, /):
    h = new(digest) if isinstance(digest, str) else digest()
    h.update(fileobj.getvalue() if hasattr(fileobj, "getvalue") else fileobj.read())
    return h
