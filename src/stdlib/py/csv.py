"""Tables as text with separators."""

import re
import types
from io import StringIO

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)
__version__ = "1.0"
__all__ = [
    "QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL", "Error", "Dialect", "excel",
    "excel_tab", "field_size_limit", "reader", "writer", "register_dialect", "get_dialect", "list_dialects", "Sniffer",
    "unregister_dialect", "DictReader", "DictWriter", "unix_dialect",
]


class Error(Exception):
    pass


Error.__module__ = "_csv"


class Dialect:
    _name = ""
    _valid = False
    delimiter = quotechar = escapechar = doublequote = skipinitialspace = lineterminator = quoting = None

    def __init__(self):
        _Style(self)


class excel(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\n"
    quoting = QUOTE_ALL


_DEFAULTS = {
    "delimiter": ",", "doublequote": True, "escapechar": None, "lineterminator": "\r\n", "quotechar": '"',
    "quoting": QUOTE_MINIMAL, "skipinitialspace": False, "strict": False,
}


class _Style:
    # A dialect with all its fields checked.
    def __init__(self, dialect=None, **fields):
        for name, default in _DEFAULTS.items():
            if name in fields:
                value = fields.pop(name)
            else:
                value = getattr(dialect, name, default)
            setattr(self, name, value)
        if fields:
            raise TypeError(f"this function got an unexpected keyword argument '{next(iter(fields))}'")
        if dialect is not None and "quotechar" not in fields and getattr(dialect, "quoting", 0) == QUOTE_NONE and self.quotechar is None:
            self.quoting = QUOTE_NONE
        for name in ("delimiter", "escapechar", "quotechar"):
            value = getattr(self, name)
            optional = name != "delimiter"
            if value is None and optional:
                continue
            if not isinstance(value, str):
                kind = "string or None" if optional else "string"
                raise TypeError(f'"{name}" must be {kind}, not {type(value).__name__}')
            if len(value) != 1:
                raise TypeError(f'"{name}" must be a 1-character string')
            if value in "\r\n":
                raise ValueError(f"bad {name} value")
        if not isinstance(self.quoting, int):
            raise TypeError('"quoting" must be an integer, not ' + type(self.quoting).__name__)
        if not 0 <= self.quoting <= 5:
            raise TypeError('bad "quoting" value')
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")
        if not isinstance(self.lineterminator, str):
            raise TypeError(f'"lineterminator" must be a string, not {type(self.lineterminator).__name__}')
        for a, b in (("delimiter", "escapechar"), ("delimiter", "quotechar"), ("escapechar", "quotechar")):
            if getattr(self, a) is not None and getattr(self, a) == getattr(self, b):
                raise ValueError(f"bad {a} or {b} value")
        for name in ("doublequote", "skipinitialspace", "strict"):
            setattr(self, name, bool(getattr(self, name)))


_Style.__name__ = _Style.__qualname__ = "Dialect"
_Style.__module__ = "_csv"
_dialects = {}
_limit = 131072


def register_dialect(name, dialect=None, **fields):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _style(dialect, fields)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(*new):
    global _limit
    old = _limit
    if new:
        if not isinstance(new[0], int):
            raise TypeError("limit must be an integer")
        _limit = new[0]
    return old


def _style(dialect, fields):
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    if isinstance(dialect, _Style) and not fields:
        return dialect
    return _Style(dialect, **fields)


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


class _Reader:
    def __init__(self, lines, dialect="excel", **fields):
        self._lines = iter(lines)
        self.dialect = _style(dialect, fields)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        d = self.dialect
        delimiter, quote, escape = d.delimiter, d.quotechar, d.escapechar
        quoting = d.quoting
        row = []
        field = []
        number = quoted = False
        state = "start"

        def save():
            nonlocal number, quoted
            text = "".join(field)
            field.clear()
            if number and text:
                text = float(text)
            elif not quoted and not text and quoting in (QUOTE_STRINGS, QUOTE_NOTNULL):
                text = None
            row.append(text)
            number = quoted = False

        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if state == "start" and not row:
                    raise
                if d.strict and state in ("in", "escape in"):
                    raise Error("unexpected end of data") from None
                if field or state in ("in", "escape in", "escape"):
                    save()
                    return row
                raise
            if not isinstance(line, str):
                raise Error(
                    f"iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)"
                )
            self.line_num += 1
            if quote is not None and escape is None and quote not in line and state == "start" and not d.skipinitialspace and quoting in (QUOTE_MINIMAL, QUOTE_ALL):
                # Nothing but fields and separators.
                plain = line.rstrip("\r\n")
                if "\r" in plain or "\n" in plain:
                    raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")
                return plain.split(delimiter) if plain else []
            ended = False
            for c in line:
                if ended and c not in "\r\n":
                    raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")
                if state in ("start", "field start"):
                    if c in "\r\n":
                        if state == "field start":
                            save()
                        ended = True
                        continue
                    if c == quote and quoting != QUOTE_NONE:
                        state = "in"
                        quoted = True
                    elif c == escape:
                        state = "escape"
                    elif c == " " and d.skipinitialspace:
                        state = "field start"
                    elif c == delimiter:
                        if quoting == QUOTE_NONNUMERIC:
                            number = True
                        save()
                        state = "field start"
                    else:
                        number = quoting == QUOTE_NONNUMERIC or quoting == QUOTE_STRINGS
                        field.append(c)
                        state = "field"
                elif state == "escape":
                    field.append(c)
                    state = "field"
                elif state == "field":
                    if c in "\r\n":
                        save()
                        state = "start"
                        ended = True
                    elif c == escape:
                        state = "escape"
                    elif c == delimiter:
                        save()
                        state = "field start"
                    else:
                        field.append(c)
                elif state == "in":
                    if c == escape:
                        state = "escape in"
                    elif c == quote:
                        state = "quote in" if d.doublequote else "field"
                    else:
                        field.append(c)
                elif state == "escape in":
                    field.append(c)
                    state = "in"
                else:
                    if c == quote:
                        field.append(c)
                        state = "in"
                    elif c == delimiter:
                        save()
                        state = "field start"
                    elif c in "\r\n":
                        save()
                        state = "start"
                        ended = True
                    elif not d.strict:
                        field.append(c)
                        state = "field"
                    else:
                        raise Error(f"'{delimiter}' expected after '{quote}'")
                if len(field) > _limit:
                    raise Error(f"field larger than field limit ({_limit})")
            if state in ("in", "escape in"):
                continue
            if state == "escape":
                field.append("\n")
                continue
            if not ended:
                if state != "start":
                    save()
            return row


class _Writer:
    def __init__(self, file, dialect="excel", **fields):
        write = getattr(file, "write", None)
        if not callable(write):
            raise TypeError('argument 1 must have a "write" method')
        self._write = write
        self.dialect = _style(dialect, fields)

    def writerow(self, row):
        d = self.dialect
        try:
            row = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        special = {d.delimiter, d.quotechar, d.escapechar, *"\r\n", *d.lineterminator}
        out = []
        for value in row:
            if isinstance(value, str):
                text = value
            elif value is None:
                text = ""
            else:
                text = str(value)
            quoting = d.quoting
            quote = (
                quoting == QUOTE_ALL
                or (quoting == QUOTE_NONNUMERIC and not isinstance(value, (int, float)))
                or (quoting == QUOTE_STRINGS and isinstance(value, str))
                or (quoting == QUOTE_NOTNULL and value is not None)
            )
            if not text and len(row) == 1 and not quote:
                if quoting == QUOTE_NONE or (value is None and quoting in (QUOTE_STRINGS, QUOTE_NOTNULL)):
                    raise Error("single empty field record must be quoted")
                quote = True
            pieces = []
            for c in text:
                if c in special:
                    escape = False
                    if quoting == QUOTE_NONE:
                        escape = True
                    elif c == d.quotechar:
                        if d.doublequote:
                            pieces.append(c)
                        else:
                            escape = True
                        quote = quote or not escape
                    elif c == d.escapechar:
                        escape = True
                    else:
                        quote = True
                    if escape:
                        if d.escapechar is None:
                            raise Error("need to escape, but no escapechar set")
                        pieces.append(d.escapechar)
                elif c == " " and d.skipinitialspace and d.delimiter == " " and quoting != QUOTE_NONE:
                    quote = True
                pieces.append(c)
            text = "".join(pieces)
            out.append(d.quotechar + text + d.quotechar if quote else text)
        return self._write(d.delimiter.join(out) + d.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


for _c, _n in ((_Reader, "reader"), (_Writer, "writer")):
    _c.__name__ = _c.__qualname__ = _n
    _c.__module__ = "_csv"


def reader(iterable, /, dialect="excel", **fields):
    return _Reader(iterable, dialect, **fields)


def writer(fileobj, /, dialect="excel", **fields):
    return _Writer(fileobj, dialect, **fields)


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._fieldnames = list(fieldnames) if fieldnames is not None else None
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        names = self.fieldnames
        d = dict(zip(names, row))
        if len(names) < len(row):
            d[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            d[name] = self.restval
        return d

    __class_getitem__ = classmethod(types.GenericAlias)


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames = fieldnames
        self.restval = restval
        extrasaction = extrasaction.lower()
        if extrasaction not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == "raise":
            wrong = [k for k in rowdict if k not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(x) for x in wrong]))
        return [rowdict.get(k, self.restval) for k in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows([self._row(r) for r in rowdicts])

    __class_getitem__ = classmethod(types.GenericAlias)


class Sniffer:
    def __init__(self):
        self.preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        lines = [line for line in sample.split("\n") if line]
        best, quote, doubled, spaced = self._quoted(sample, delimiters)
        if best is None:
            doubled = '""' in sample
            for c in [*self.preferred, "|"] if delimiters is None else delimiters:
                counts = {line.count(c) for line in lines}
                if len(counts) == 1 and 0 not in counts:
                    best, spaced = c, lines[0].count(c) == lines[0].count(c + " ")
                    break
        if best is None:
            raise Error("Could not determine delimiter")

        class dialect(Dialect):
            _name = "sniffed"
            delimiter = best
            lineterminator = "\r\n"
            quoting = QUOTE_MINIMAL
            quotechar = quote
            doublequote = doubled
            skipinitialspace = spaced

        return dialect

    def _quoted(self, sample, delimiters):
        """Delimiter, quote, whether quotes are doubled and whether a space follows, by quoted fields; None without any."""
        mark, field = r"(?P<mark>[^\w\n\"'])(?P<space> ?)", r"(?P<quote>[\"']).*?(?P=quote)"
        for form in (mark + field + "(?P=mark)", r"(?:^|\n)" + field + mark, mark + field + r"(?:$|\n)"):
            found = list(re.finditer(form, sample, re.DOTALL | re.MULTILINE))
            if found:
                break
        quotes, marks = [m["quote"] for m in found], [m["mark"] for m in found]
        marks = [c for c in marks if delimiters is None or c in delimiters]
        if not marks:
            return None, '"', False, False
        quote, best = [max(dict.fromkeys(seen), key=seen.count) for seen in (quotes, marks)]
        spaces = len([m for m in found if m["space"]])
        inner = rf"[^{re.escape(best)}\n]*"
        end = re.escape(best)
        doubled = re.search(rf"({end}|^)\W*{quote}{inner}{quote}{inner}{quote}\W*({end}|$)", sample, re.MULTILINE)
        return best, quote, doubled is not None, marks.count(best) == spaces

    def has_header(self, sample):
        rows = list(reader(StringIO(sample), self.sniff(sample)))
        votes = 0
        for i in range(len(rows[0])):
            kinds = set()
            for row in rows[1:21]:
                if len(row) == len(rows[0]):
                    try:
                        complex(row[i])
                        kinds.add(complex)
                    except ValueError:
                        kinds.add(len(row[i]))
            if len(kinds) == 1:
                kind = kinds.pop()
                if kind is complex:
                    try:
                        complex(rows[0][i])
                        votes -= 1
                    except ValueError:
                        votes += 1
                else:
                    votes += 1 if len(rows[0][i]) != kind else -1
        return votes > 0
