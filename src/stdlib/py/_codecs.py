"""`_codecs.encode`, by which old pickles hold bytes."""


def encode(obj, encoding="utf-8", errors="strict"):
    return obj.encode(encoding, errors)


encode.__module__ = "_codecs"
