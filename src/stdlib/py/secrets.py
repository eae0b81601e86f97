"""Random numbers for secrets: here from the scenario's seed."""

import random as _random_module
from base64 import urlsafe_b64encode as _encode

_source = _random_module.SystemRandom()
choice = _source.choice
randbits = _source.getrandbits
SystemRandom = _random_module.SystemRandom

DEFAULT_ENTROPY = 32


def randbelow(exclusive_upper_bound):
    n = exclusive_upper_bound
    if n <= 0:
        raise ValueError("Upper bound must be positive.")
    return _source._randbelow(n)


def token_bytes(nbytes=None):
    return _source.randbytes(32 if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    return _encode(token_bytes(nbytes)).rstrip(b"=").decode("ascii")


def compare_digest(a, b):
    return a == b
