"""JSON: encoding and decoding."""

import _json


def __getattr__(name):
    if name in ("decoder", "encoder"):
        import json.decoder
        import json.encoder

        return globals()[name]
    import sys

    raise AttributeError(f"module 'json' has no attribute '{name}'", name=name, obj=sys.modules["json"])


class JSONDecodeError(ValueError):
    __module__ = "json.decoder"

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, lineno, colno


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        if self.allow_nan and not self.skipkeys:
            text = _json.encode(
                o, bool(self.ensure_ascii), bool(self.sort_keys), indent, self.item_separator, self.key_separator
            )
            if text is not None:
                return text
        out = []
        self._write(o, out.append, indent, 0, [])
        return "".join(out)

    def iterencode(self, o, _one_shot=False):
        from json.encoder import _chunks

        return _chunks(self, o)

    def _quote(self, s):
        return _json.quote(s, bool(self.ensure_ascii))

    def _float(self, x):
        if x != x:
            text = "NaN"
        elif x == float("inf"):
            text = "Infinity"
        elif x == -float("inf"):
            text = "-Infinity"
        else:
            return float.__repr__(x)
        if not self.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant: " + repr(x))
        return text

    def _line(self, write, indent, depth):
        if indent is not None:
            write("\n" + indent * depth)

    def _write(self, o, write, indent, depth, open):
        if isinstance(o, str):
            write(self._quote(o))
        elif o is None:
            write("null")
        elif o is True:
            write("true")
        elif o is False:
            write("false")
        elif isinstance(o, int):
            write(int.__repr__(o))
        elif isinstance(o, float):
            write(self._float(o))
        else:
            for x in open:
                if x is o:
                    raise ValueError("Circular reference detected")
            open.append(o)
            if isinstance(o, (list, tuple)):
                self._write_list(o, write, indent, depth, open)
            elif isinstance(o, dict):
                self._write_dict(o, write, indent, depth, open)
            else:
                self._write(self.default(o), write, indent, depth, open)
            open.pop()

    def _write_list(self, o, write, indent, depth, open):
        if not o:
            write("[]")
            return
        write("[")
        first = True
        for x in o:
            if not first:
                write(self.item_separator)
            first = False
            self._line(write, indent, depth + 1)
            self._write(x, write, indent, depth + 1, open)
        self._line(write, indent, depth)
        write("]")

    def _write_dict(self, o, write, indent, depth, open):
        if not o:
            write("{}")
            return
        write("{")
        first = True
        for k, v in sorted(o.items()) if self.sort_keys else o.items():
            if isinstance(k, str):
                key = k
            elif k is None:
                key = "null"
            elif k is True:
                key = "true"
            elif k is False:
                key = "false"
            elif isinstance(k, int):
                key = int.__repr__(k)
            elif isinstance(k, float):
                key = self._float(k)
            elif self.skipkeys:
                continue
            else:
                raise TypeError(f"keys must be str, int, float, bool or None, not {k.__class__.__name__}")
            if not first:
                write(self.item_separator)
            first = False
            self._line(write, indent, depth + 1)
            write(self._quote(key))
            write(self.key_separator)
            self._write(v, write, indent, depth + 1, open)
        self._line(write, indent, depth)
        write("}")


def _skip(s, i):
    while s[i] in " \t\n\r":
        i += 1
    return i


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.strict = strict
        self.parse_constant = parse_constant
        self.parse_float = parse_float
        self.parse_int = parse_int
        self.object_pairs_hook = object_pairs_hook

    def _value(self, s, i):
        # Once more over a text known to be right, asking the hooks.
        c = s[i]
        if c == '"':
            return _json.decode(s, i, not self.strict)
        if c == "{":
            pairs = []
            i = _skip(s, i + 1)
            while s[i] != "}":
                if s[i] == ",":
                    i = _skip(s, i + 1)
                key, i = _json.decode(s, i, not self.strict)
                value, i = self._value(s, _skip(s, _skip(s, i) + 1))
                pairs.append((key, value))
                i = _skip(s, i)
            if self.object_pairs_hook is not None:
                return self.object_pairs_hook(pairs), i + 1
            d = dict(pairs)
            return d if self.object_hook is None else self.object_hook(d), i + 1
        if c == "[":
            items = []
            i = _skip(s, i + 1)
            while s[i] != "]":
                if s[i] == ",":
                    i = _skip(s, i + 1)
                value, i = self._value(s, i)
                items.append(value)
                i = _skip(s, i)
            return items, i + 1
        value, end = _json.decode(s, i, not self.strict)
        word = s[i:end]
        if word in ("NaN", "Infinity", "-Infinity"):
            return value if self.parse_constant is None else self.parse_constant(word), end
        if isinstance(value, float):
            return value if self.parse_float is None else self.parse_float(word), end
        if self.parse_int is not None and isinstance(value, int) and not isinstance(value, bool):
            return self.parse_int(word), end
        return value, end

    def raw_decode(self, s, idx=0):
        found = _json.decode(s, idx, not self.strict)
        if len(found) == 3:
            if found[0] != "Expecting value":
                raise JSONDecodeError(found[0], s, found[1])
            try:
                raise StopIteration(found[1])
            except StopIteration as e:
                raise JSONDecodeError(found[0], s, e.value) from None
        value, end = found
        if self.object_hook or self.object_pairs_hook or self.parse_float or self.parse_int or self.parse_constant:
            value, end = self._value(s, idx)
        return value, end

    def decode(self, s):
        start = len(s) - len(s.lstrip(" \t\n\r"))
        value, end = self.raw_decode(s, start)
        rest = s[end:].lstrip(" \t\n\r")
        if rest:
            raise JSONDecodeError("Extra data", s, len(s) - len(rest))
        return value


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **keywords):
    make = JSONEncoder if cls is None else cls
    return make(
        skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan, indent=indent,
        separators=separators, default=default, sort_keys=sort_keys, **keywords
    ).encode(obj)


def dump(obj, fp, **keywords):
    fp.write(dumps(obj, **keywords))


def detect_encoding(b):
    """The encoding of bytes that begin with a mark or an ASCII character."""
    if b.startswith((b"\0\0\xfe\xff", b"\xff\xfe\0\0")):
        return "utf-32"
    if b.startswith((b"\xfe\xff", b"\xff\xfe")):
        return "utf-16"
    if b.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if len(b) >= 4:
        if not b[0]:
            return "utf-16-be" if b[1] else "utf-32-be"
        if not b[1]:
            return "utf-16-le" if b[2] or b[3] else "utf-32-le"
    elif len(b) == 2:
        if not b[0]:
            return "utf-16-be"
        if not b[1]:
            return "utf-16-le"
    return "utf-8"


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, **keywords):
    if isinstance(s, (bytes, bytearray)):
        s = s.decode(detect_encoding(s), "surrogatepass")
    elif not isinstance(s, str):
        raise TypeError(f"the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}")
    elif s.startswith("\ufeff"):
        raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    make = JSONDecoder if cls is None else cls
    return make(
        object_hook=object_hook, parse_float=parse_float, parse_int=parse_int, parse_constant=parse_constant,
        object_pairs_hook=object_pairs_hook, **keywords
    ).decode(s)


def load(fp, **keywords):
    return loads(fp.read(), **keywords)
