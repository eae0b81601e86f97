"""Sets of characters, templates and formatters."""

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
    return (sep or " ").join([w.capitalize() for w in s.split(sep)])


class Template:
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _parts(self):
        # Literal text, and for each placeholder the text it was written as, its name, and where it stands.
        s = self.template
        i = 0
        start = 0
        while True:
            i = s.find(self.delimiter, i)
            if i < 0:
                yield s[start:], None, None, None
                return
            yield s[start:i], None, None, None
            rest = s[i + 1:]
            if rest.startswith(self.delimiter):
                yield self.delimiter, None, None, None
                i += 2
                start = i
                continue
            braced = rest.startswith("{")
            j = 1 if braced else 0
            k = j
            while k < len(rest) and (rest[k] == "_" or rest[k].isascii() and (rest[k].isalpha() or k > j and rest[k].isdigit())):
                k += 1
            if k == j or braced and rest[k:k + 1] != "}":
                yield self.delimiter, self.delimiter, None, i
                i += 1
                start = i
                continue
            end = k + 1 if braced else k
            yield "", s[i:i + 1 + end], rest[j:k], i
            i += 1 + end
            start = i

    def substitute(self, mapping={}, /, **keywords):
        names = {**mapping, **keywords}
        out = []
        for literal, written, name, at in self._parts():
            if written is not None and name is None:
                before = self.template[:at]
                line = before.count("\n") + 1
                raise ValueError(f"Invalid placeholder in string: line {line}, col {at - before.rfind(chr(10))}")
            out.append(literal if name is None else str(names[name]))
        return "".join(out)

    def safe_substitute(self, mapping={}, /, **keywords):
        names = {**mapping, **keywords}
        out = []
        for literal, written, name, at in self._parts():
            if name is None:
                out.append(literal)
            else:
                out.append(str(names[name]) if name in names else written)
        return "".join(out)

    def get_identifiers(self):
        out = []
        for _, _, name, _ in self._parts():
            if name is not None and name not in out:
                out.append(name)
        return out

    def is_valid(self):
        return all([written is None or name is not None for _, written, name, _ in self._parts()])


class Formatter:
    def format(self, format_string, /, *args, **keywords):
        return self.vformat(format_string, args, keywords)

    def vformat(self, format_string, args, keywords):
        return format_string.format(*args, **keywords)
