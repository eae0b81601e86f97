"""Reading TOML 1.0."""

import re
from datetime import date, datetime, time, timedelta, timezone

__all__ = ("loads", "load", "TOMLDecodeError")

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_NUMBER = re.compile(r"""
    0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|b[01](?:_?[01])*|o[0-7](?:_?[0-7])*)
    |[+-]?(?:0|[1-9](?:_?[0-9])*)(?P<float>(?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?)""", re.VERBOSE)
_TIME = r"([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:\.([0-9]{1,6})[0-9]*)?"
_LOCAL_TIME = re.compile(_TIME)
_DATE = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?:[Tt ]" + _TIME
                   + r"(?:([Zz])|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))?)?")
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}
_HEX = frozenset("0123456789abcdefABCDEF")
_CONTROL = frozenset([chr(i) for i in range(32)] + ["\x7f"])


class TOMLDecodeError(ValueError):
    """The text is not valid TOML."""


def load(fp, /, *, parse_float=float):
    b = fp.read()
    try:
        s = b.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(s, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    try:
        s = s.replace("\r\n", "\n")
    except AttributeError:
        raise TypeError(f"Expected str object, not '{type(s).__qualname__}'") from None
    if parse_float is float:
        make = float
    else:
        def make(text):
            value = parse_float(text)
            if isinstance(value, (dict, list)):
                raise ValueError("parse_float must not return dicts or lists")
            return value
    return _Reader(s, make).document()


class _Table(dict):
    """While it is read: whether it may be opened again by a header, and whether keys may still be added."""

    __slots__ = ("declared", "closed", "dotted")

    def __init__(self):
        self.declared = self.closed = self.dotted = False


class _Tables(list):
    """An array of tables, which headers extend."""


def _plain(v):
    if isinstance(v, dict):
        return {k: _plain(x) for k, x in v.items()}
    if isinstance(v, list):
        return [_plain(x) for x in v]
    return v


class _Reader:
    def __init__(self, s, make):
        self.s, self.at, self.make = s, 0, make

    def bad(self, text, at=None):
        at = self.at if at is None else at
        if at >= len(self.s):
            where = "end of document"
        else:
            line = self.s.count("\n", 0, at) + 1
            column = at + 1 if line == 1 else at - self.s.rindex("\n", 0, at)
            where = f"line {line}, column {column}"
        return TOMLDecodeError(f"{text} (at {where})")

    def look(self, text):
        return self.s.startswith(text, self.at)

    def blank(self):
        s, at = self.s, self.at
        while s[at:at + 1] in (" ", "\t") and at < len(s):
            at += 1
        self.at = at

    def comment(self):
        if self.look("#"):
            end = self.s.find("\n", self.at)
            end = len(self.s) if end < 0 else end
            for i in range(self.at + 1, end):
                if self.s[i] in _CONTROL and self.s[i] != "\t":
                    raise self.bad(f"Found invalid character {self.s[i]!r}", i)
            self.at = end

    def between(self):
        """Blanks, comments and line ends, inside an array."""
        while True:
            before = self.at
            self.blank()
            self.comment()
            if self.look("\n"):
                self.at += 1
            if self.at == before:
                return

    def document(self):
        self.root = table = _Table()
        while True:
            self.blank()
            if self.at >= len(self.s):
                break
            c = self.s[self.at]
            if c == "\n":
                self.at += 1
                continue
            if c == "[":
                table = self.header()
            elif c in "'\"" or _BARE.match(c):
                self.pair(table)
            elif c != "#":
                raise self.bad("Invalid statement")
            self.blank()
            self.comment()
            if self.at < len(self.s):
                if self.s[self.at] != "\n":
                    raise self.bad("Expected newline or end of document after a statement")
                self.at += 1
        return _plain(self.root)

    def header(self):
        start = self.at
        many = self.look("[[")
        self.at += 1 + many
        self.blank()
        key = self.key()
        if not self.look("]" * (1 + many)):
            raise self.bad(f"Expected '{']' * (1 + many)}' at the end of {'an array' if many else 'a table'} declaration")
        end = self.at
        self.at += 1 + many
        table = self.root
        for part in key[:-1]:
            inner = table.get(part)
            if inner is None:
                inner = table[part] = _Table()
            if isinstance(inner, _Tables):
                inner = inner[-1]
            if not isinstance(inner, _Table) or inner.closed:
                what = f"Cannot mutate immutable namespace {key}" if many else f"Cannot declare {key} twice"
                raise self.bad(what if isinstance(inner, _Table) else "Cannot overwrite a value", end)
            table = inner
        last = key[-1]
        old = table.get(last)
        if many:
            if old is None:
                old = table[last] = _Tables()
            if not isinstance(old, _Tables):
                raise self.bad(f"Cannot mutate immutable namespace {key}" if isinstance(old, list) else "Cannot overwrite a value", end)
            new = _Table()
            old.append(new)
            return new
        if old is None:
            old = table[last] = _Table()
        elif not isinstance(old, _Table):
            raise self.bad("Cannot overwrite a value" if not isinstance(old, list) else f"Cannot declare {key} twice", end)
        elif old.declared or old.closed or old.dotted:
            raise self.bad(f"Cannot declare {key} twice", end)
        old.declared = True
        return old

    def pair(self, table, inline=False):
        key = self.key()
        if not self.look("="):
            raise self.bad("Expected '=' after a key in a key/value pair")
        self.at += 1
        self.blank()
        value = self.value()
        for part in key[:-1]:
            inner = table.get(part)
            if inner is None:
                inner = table[part] = _Table()
                inner.dotted = True
            elif not isinstance(inner, _Table):
                raise self.bad("Cannot overwrite a value")
            elif inner.closed or inner.declared:
                raise self.bad(f"Cannot mutate immutable namespace {key[:-1]}" if inner.closed
                               else f"Cannot redefine namespace {key[:-1]}")
            table = inner
        if key[-1] in table:
            raise self.bad(f"Duplicate inline table key {key[-1]!r}" if inline else "Cannot overwrite a value")
        table[key[-1]] = value

    def key(self):
        parts = [self.part()]
        while True:
            self.blank()
            if not self.look("."):
                return tuple(parts)
            self.at += 1
            self.blank()
            parts.append(self.part())

    def part(self):
        m = _BARE.match(self.s, self.at)
        if m:
            self.at = m.end()
            return m.group()
        if self.look("'"):
            return self.literal()
        if self.look('"'):
            return self.basic(False)
        raise self.bad("Invalid initial character for a key part")

    def literal(self):
        self.at += 1
        start = self.at
        while True:
            if self.at >= len(self.s):
                raise self.bad("Expected \"'\"")
            c = self.s[self.at]
            self.at += 1
            if c == "'":
                return self.s[start:self.at - 1]
            if c in _CONTROL and c != "\t":
                raise self.bad(f"Found invalid character {c!r}", self.at - 1)

    def escape(self, many):
        start = self.at
        c = self.s[self.at + 1:self.at + 2]
        if many and c in (" ", "\t", "\n"):
            self.at += 1
            if c != "\n":
                self.blank()
                if self.at >= len(self.s):
                    return ""
                if not self.look("\n"):
                    raise self.bad("Unescaped '\\' in a string")
            while self.at < len(self.s) and self.s[self.at] in " \t\n":
                self.at += 1
            return ""
        self.at += 2
        if c in ("u", "U"):
            n = 4 if c == "u" else 8
            digits = self.s[self.at:self.at + n]
            if len(digits) != n or not _HEX.issuperset(digits):
                raise self.bad("Invalid hex value")
            self.at += n
            code = int(digits, 16)
            if not (0 <= code <= 0xD7FF or 0xE000 <= code <= 0x10FFFF):
                raise self.bad("Escaped character is not a Unicode scalar value")
            return chr(code)
        if c not in _ESCAPES or not c:
            raise self.bad("Unterminated string" if not c else "Unescaped '\\' in a string")
        return _ESCAPES[c]

    def basic(self, many):
        self.at += 3 if many else 1
        if many and self.look("\n"):
            self.at += 1
        out = []
        while True:
            if self.at >= len(self.s):
                raise self.bad("Unterminated string")
            c = self.s[self.at]
            if c == '"':
                if not many:
                    self.at += 1
                    return "".join(out)
                if self.look('"""'):
                    self.at += 3
                    for _ in range(2):
                        if self.look('"'):
                            out.append('"')
                            self.at += 1
                    return "".join(out)
            if c == "\\":
                out.append(self.escape(many))
                continue
            if c in _CONTROL and c != "\t" and not (many and c == "\n"):
                raise self.bad(f"Illegal character {c!r}")
            out.append(c)
            self.at += 1

    def literals(self):
        self.at += 3
        if self.look("\n"):
            self.at += 1
        end = self.s.find("'''", self.at)
        for i in range(self.at, len(self.s) if end < 0 else end):
            if self.s[i] in _CONTROL and self.s[i] not in "\t\n":
                raise self.bad(f"Found invalid character {self.s[i]!r}", i)
        if end < 0:
            raise self.bad("Expected \"'''\"", len(self.s))
        while self.s.startswith("'", end + 3) and end - self.s.find("'''", self.at) < 2:
            end += 1
        text = self.s[self.at:end]
        self.at = end + 3
        return text

    def array(self):
        self.at += 1
        out = []
        while True:
            self.between()
            if self.look("]"):
                self.at += 1
                return out
            out.append(self.value())
            self.between()
            if self.look("]"):
                self.at += 1
                return out
            if not self.look(","):
                raise self.bad("Unclosed array")
            self.at += 1

    def inline(self):
        self.at += 1
        table = _Table()
        self.blank()
        if self.look("}"):
            self.at += 1
        else:
            while True:
                self.pair(table, True)
                self.blank()
                if self.look("}"):
                    self.at += 1
                    break
                if not self.look(","):
                    raise self.bad("Unclosed inline table")
                self.at += 1
                self.blank()
        _close(table)
        return table

    def value(self):
        s, at = self.s, self.at
        c = s[at:at + 1]
        if c == '"':
            return self.basic(self.look('"""'))
        if c == "'":
            return self.literals() if self.look("'''") else self.literal()
        for word, v in (("true", True), ("false", False)):
            if self.look(word):
                self.at += len(word)
                return v
        if c == "[":
            return self.array()
        if c == "{":
            return self.inline()
        m = _DATE.match(s, at)
        if m:
            self.at = m.end()
            try:
                return _moment(m)
            except ValueError as e:
                raise self.bad("Invalid date or datetime", at) from e
        m = _LOCAL_TIME.match(s, at)
        if m:
            self.at = m.end()
            return time(*[int(x) for x in m.group(1, 2, 3)], int((m.group(4) or "").ljust(6, "0")))
        m = _NUMBER.match(s, at)
        if m:
            self.at = m.end()
            return self.make(m.group()) if m.group("float") else int(m.group(), 0)
        for word in ("inf", "nan", "+inf", "-inf", "+nan", "-nan"):
            if self.look(word):
                self.at += len(word)
                return self.make(word)
        raise self.bad("Invalid value")


def _close(v):
    if isinstance(v, _Table):
        v.closed = True
        for x in v.values():
            _close(x)


def _moment(m):
    year, month, day, hour, minute, second, fraction, zulu, sign, hours, minutes = m.groups()
    if hour is None:
        return date(int(year), int(month), int(day))
    zone = None
    if zulu:
        zone = timezone.utc
    elif sign:
        by = timedelta(hours=int(hours), minutes=int(minutes))
        zone = timezone(by if sign == "+" else -by)
    return datetime(int(year), int(month), int(day), int(hour), int(minute), int(second), int((fraction or "").ljust(6, "0")), zone)
