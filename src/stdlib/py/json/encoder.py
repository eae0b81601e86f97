"""The encoder's part of json: pieces of a text, one after another."""

import _json
from json import JSONEncoder

INFINITY = float("inf")


def encode_basestring(s):
    return _json.quote(s, False)


def encode_basestring_ascii(s):
    return _json.quote(s, True)


py_encode_basestring, py_encode_basestring_ascii = encode_basestring, encode_basestring_ascii


def _simple(self, o):
    """The text of what has no parts; None for others."""
    if isinstance(o, str):
        return self._quote(o)
    if o is None:
        return "null"
    if o is True:
        return "true"
    if o is False:
        return "false"
    if isinstance(o, int):
        return int.__repr__(o)
    return self._float(o) if isinstance(o, float) else None


def _key(self, k):
    if isinstance(k, str):
        return k
    if isinstance(k, (int, float)) or k is None:
        return _simple(self, k)
    if self.skipkeys:
        return None
    raise TypeError(f"keys must be str, int, float, bool or None, not {k.__class__.__name__}")


def _chunks(self, o, depth=0, open=()):
    text = _simple(self, o)
    if text is not None:
        yield text
        return
    if any([x is o for x in open]):
        raise ValueError("Circular reference detected")
    open += (o,)
    indent = " " * self.indent if isinstance(self.indent, int) else self.indent
    inner = "" if indent is None else "\n" + indent * (depth + 1)
    last = "" if indent is None else "\n" + indent * depth
    if isinstance(o, (list, tuple)):
        if not o:
            yield "[]"
            return
        before = "[" + inner
        for x in o:
            text = _simple(self, x)
            if text is not None:
                yield before + text
            else:
                yield before
                yield from _chunks(self, x, depth + 1, open)
            before = self.item_separator + inner
        if last:
            yield last
        yield "]"
    elif isinstance(o, dict):
        if not o:
            yield "{}"
            return
        yield "{"
        first = True
        for k, v in sorted(o.items()) if self.sort_keys else o.items():
            k = _key(self, k)
            if k is None:
                continue
            if first:
                first = False
                if inner:
                    yield inner
            else:
                yield self.item_separator + inner
            yield self._quote(k)
            yield self.key_separator
            yield from _chunks(self, v, depth + 1, open)
        if last:
            yield last
        yield "}"
    else:
        yield from _chunks(self, self.default(o), depth, open)
