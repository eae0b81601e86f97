"""Sets of characters, templates and formatters."""

import re as _re
from collections import ChainMap as _ChainMap

__all__ = [
    "ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits", "printable", "punctuation",
    "whitespace", "Formatter", "Template",
]
whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


class Template:
    """A text with $-placeholders."""

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = _re.IGNORECASE

    def __init_subclass__(cls):
        super().__init_subclass__()
        if "pattern" in cls.__dict__:
            pattern = cls.pattern
        else:
            delim = _re.escape(cls.delimiter)
            id = cls.idpattern
            bid = cls.braceidpattern or cls.idpattern
            pattern = f"{delim}(?:(?P<escaped>{delim})|(?P<named>{id})|{{(?P<braced>{bid})}}|(?P<invalid>))"
        cls.pattern = _re.compile(pattern, cls.flags | _re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _invalid(self, m):
        i = m.start("invalid")
        lines = self.template[:i].splitlines(keepends=True)
        column = i - len("".join(lines[:-1])) if lines else 1
        raise ValueError(f"Invalid placeholder in string: line {len(lines) or 1}, col {column}")

    def _filled(self, mapping, kws, lenient):
        if mapping == {} and type(mapping) is dict:
            mapping = kws
        elif kws:
            mapping = _ChainMap(kws, mapping)

        def convert(m):
            named = m.group("named") or m.group("braced")
            if named is not None:
                try:
                    return str(mapping[named])
                except KeyError:
                    if lenient:
                        return m.group()
                    raise
            if m.group("escaped") is not None:
                return self.delimiter
            if not lenient:
                self._invalid(m)
            return m.group()

        return self.pattern.sub(convert, self.template)

    def substitute(self, mapping={}, /, **kws):
        return self._filled(mapping, kws, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._filled(mapping, kws, True)

    def is_valid(self):
        return all([m.group("invalid") is None for m in self.pattern.finditer(self.template)])

    def get_identifiers(self):
        out = []
        for m in self.pattern.finditer(self.template):
            named = m.group("named") or m.group("braced")
            if named is not None and named not in out:
                out.append(named)
        return out


Template.__init_subclass__()


_FIELD = _re.compile(r"((?:[^!:\[]|\[[^\]]*\])*)(?:!(.))?(?::(.*))?", _re.DOTALL)


class Formatter:
    """str.format, open to subclasses."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        out, _ = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return out

    def _vformat(self, format_string, args, kwargs, used, depth, auto):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        out = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                out.append(literal)
            if name is None:
                continue
            first = name.partition(".")[0].partition("[")[0]
            if first == "":
                if auto is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name = str(auto) + name
                auto += 1
            elif first.isdigit():
                if auto:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto = False
            value, key = self.get_field(name, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto)
            out.append(self.format_field(value, spec))
        return "".join(out), auto

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        s = format_string
        i = 0
        n = len(s)
        while i < n:
            start = i
            while i < n and s[i] not in "{}":
                i += 1
            literal = s[start:i]
            if i == n:
                yield literal, None, None, None
                return
            c = s[i]
            i += 1
            if s[i:i + 1] == c:
                i += 1
                yield literal + c, None, None, None
                continue
            if c == "}":
                raise ValueError("Single '}' encountered in format string")
            if i == n:
                raise ValueError("Single '{' encountered in format string")
            start = i
            depth = 1
            while i < n and depth:
                depth += (s[i] == "{") - (s[i] == "}")
                i += 1
            if depth:
                raise ValueError("expected '}' before end of string")
            field = s[start:i - 1]
            m = _FIELD.match(field)
            name, conversion, spec = m.group(1, 2, 3)
            if m.end() < len(field):
                raise ValueError("expected ':' after conversion specifier")
            yield literal, name, spec or "", conversion

    def get_field(self, field_name, args, kwargs):
        first = _re.match(r"[^.\[]*", field_name).group()
        key = int(first) if first.isdigit() else first
        value = self.get_value(key, args, kwargs)
        rest = field_name[len(first):]
        while rest:
            m = _re.match(r"\.([^.\[]+)|\[([^\]]+)\]", rest)
            if m is None:
                raise ValueError("Empty attribute in format string" if rest[0] in ".[" else "Only '.' or '[' may follow ']' in format field specifier")
            name, item = m.groups()
            value = getattr(value, name) if name is not None else value[int(item) if item.isdigit() else item]
            rest = rest[m.end():]
        return value, key
