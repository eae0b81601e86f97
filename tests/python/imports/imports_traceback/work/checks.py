class Bad(ValueError):
    """Raised for zero."""

def check(v):
    if v == 0:
        raise Bad("zero is not allowed")
    if not isinstance(v, int):
        raise Bad(f"not a number: {v!r}") from TypeError("type")
    return v
