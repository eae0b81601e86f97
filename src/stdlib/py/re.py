"""Regular expressions: patterns, matches and templates over the matcher in `_re`."""

import enum
import _re


class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128

    def __repr__(self):
        out = []
        rest = self._value_
        negative = rest < 0
        if negative:
            rest = ~rest
        for name, value in _NAMED:
            if rest & value:
                out.append("re." + name)
                rest &= ~value
        if rest:
            out.append(hex(rest))
        text = "|".join(out) if out else "re.NOFLAG"
        if negative:
            return f"~({text})" if len(out) > 1 else f"~{text}"
        return text

    __str__ = object.__str__


_NAMED = (("ASCII", 256), ("IGNORECASE", 2), ("LOCALE", 4), ("UNICODE", 32), ("MULTILINE", 8), ("DOTALL", 16),
          ("VERBOSE", 64), ("DEBUG", 128))
_NAMED = tuple(sorted(_NAMED, key=lambda pair: pair[1]))

NOFLAG = RegexFlag.NOFLAG
A = ASCII = RegexFlag.ASCII
I = IGNORECASE = RegexFlag.IGNORECASE
L = LOCALE = RegexFlag.LOCALE
U = UNICODE = RegexFlag.UNICODE
M = MULTILINE = RegexFlag.MULTILINE
S = DOTALL = RegexFlag.DOTALL
X = VERBOSE = RegexFlag.VERBOSE
DEBUG = RegexFlag.DEBUG

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape", "error", "Pattern",
    "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE",
    "NOFLAG", "RegexFlag", "PatternError",
]

_END = 9223372036854775807
_SPECIAL = {i: "\\" + chr(i) for i in b"()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_CONTROL = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}


class PatternError(Exception):
    """A pattern or template that is not valid, with the place."""

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


PatternError.__module__ = "re"
error = PatternError


def _find(pattern, string, pos, endpos, mode):
    pattern._check(string)
    marks = _re.find(pattern._code, string, pos, endpos, mode, None)
    while type(marks) is bytearray:
        marks = _re.find(pattern._code, string, pos, endpos, mode, marks)
    return None if marks is None else _match(pattern, string, pos, endpos, marks)


def _all(pattern, string, pos, endpos, limit, texts):
    pattern._check(string)
    out = []
    state = _re.all(pattern._code, string, pos, endpos, limit, texts, out, None)
    while state is not None:
        state = _re.all(pattern._code, string, pos, endpos, limit, texts, out, state)
    return out


def _match(pattern, string, pos, endpos, marks):
    m = object.__new__(Match)
    m.re = pattern
    m.string = string
    n = len(string)
    m.pos = min(max(pos, 0), n)
    m.endpos = min(max(endpos, 0), n)
    m._marks = marks
    return m


class Match:
    __slots__ = ("re", "string", "pos", "endpos", "_marks")

    def __new__(cls, *args, **keywords):
        raise TypeError("cannot create 're.Match' instances")

    def _index(self, group):
        if isinstance(group, int):
            if 0 <= group <= self.re.groups:
                return group
        else:
            n = self.re.groupindex.get(group) if isinstance(group, str) else None
            if n is not None:
                return n
            if hasattr(group, "__index__"):
                return self._index(group.__index__())
        raise IndexError("no such group")

    def _text(self, n, default=None):
        start = self._marks[2 * n]
        if start < 0:
            return default
        part = self.string[start:self._marks[2 * n + 1]]
        return part if type(part) is not bytearray else bytes(part)

    def group(self, *groups):
        if not groups:
            return self._text(0)
        if len(groups) == 1:
            return self._text(self._index(groups[0]))
        return tuple([self._text(self._index(g)) for g in groups])

    def __getitem__(self, group):
        return self._text(self._index(group))

    def groups(self, default=None):
        return tuple([self._text(i, default) for i in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._text(i, default) for name, i in self.re.groupindex.items()}

    def start(self, group=0, /):
        return self._marks[2 * self._index(group)]

    def end(self, group=0, /):
        return self._marks[2 * self._index(group) + 1]

    def span(self, group=0, /):
        n = self._index(group)
        return self._marks[2 * n], self._marks[2 * n + 1]

    @property
    def regs(self):
        marks = self._marks
        return tuple([(marks[i], marks[i + 1]) for i in range(0, len(marks) - 1, 2)])

    @property
    def lastindex(self):
        n = self._marks[-1]
        return None if n < 0 else n

    @property
    def lastgroup(self):
        n = self._marks[-1]
        for name, i in self.re.groupindex.items():
            if i == n:
                return name
        return None

    def expand(self, template):
        return _expand(_template(self.re, template), self)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return f"<re.Match object; span={self.span()}, match={self._text(0)!r}>"

    def __class_getitem__(cls, item):
        import types

        return types.GenericAlias(cls, item)


class Pattern:
    __slots__ = ("pattern", "flags", "groups", "groupindex", "_code", "_templates", "__weakref__")

    def __new__(cls, *args, **keywords):
        raise TypeError("cannot create 're.Pattern' instances")

    def _check(self, string):
        if isinstance(string, str):
            if isinstance(self.pattern, bytes):
                raise TypeError("cannot use a bytes pattern on a string-like object")
        elif isinstance(self.pattern, str) and isinstance(string, (bytes, bytearray)):
            raise TypeError("cannot use a string pattern on a bytes-like object")

    def match(self, string, pos=0, endpos=_END):
        return _find(self, string, pos, endpos, 0)

    def fullmatch(self, string, pos=0, endpos=_END):
        return _find(self, string, pos, endpos, 1)

    def search(self, string, pos=0, endpos=_END):
        return _find(self, string, pos, endpos, 2)

    def findall(self, string, pos=0, endpos=_END):
        return _all(self, string, pos, endpos, 0, True)

    def finditer(self, string, pos=0, endpos=_END):
        found = [_match(self, string, pos, endpos, marks) for marks in _all(self, string, pos, endpos, 0, False)]
        return iter(iter(found).__next__, None)

    def scanner(self, string, pos=0, endpos=_END):
        return _Scanner(self, string, pos, endpos)

    def split(self, string, maxsplit=0):
        out = []
        last = 0
        if maxsplit >= 0:
            for marks in _all(self, string, 0, _END, maxsplit, False):
                out.append(string[last:marks[0]])
                for i in range(2, len(marks) - 1, 2):
                    out.append(string[marks[i]:marks[i + 1]] if marks[i] >= 0 else None)
                last = marks[1]
        out.append(string[last:])
        return out

    def sub(self, repl, string, count=0):
        return self._sub(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        return self._sub(repl, string, count)

    def _sub(self, repl, string, count):
        parts = None
        if not callable(repl):
            parts = _template(self, repl)
            if len(parts) == 1 and not isinstance(parts[0], int):
                repl = parts[0]
                parts = False
        found = _all(self, string, 0, _END, count, False) if count >= 0 else []
        out = []
        last = 0
        for marks in found:
            if marks[0] > last:
                out.append(string[last:marks[0]])
            last = marks[1]
            if parts is False:
                out.append(repl)
                continue
            m = _match(self, string, 0, _END, marks)
            text = _expand(parts, m) if parts is not None else repl(m)
            if text is not None:
                out.append(text)
        out.append(string[last:])
        return ("" if isinstance(string, str) else b"").join(out), len(found)

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (
            self.flags == other.flags and type(self.pattern) is type(other.pattern) and self.pattern == other.pattern
        )

    def __hash__(self):
        return hash((self.flags, self.pattern))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return _compile, (self.pattern, self.flags)

    def __repr__(self):
        flags = self.flags
        if isinstance(self.pattern, str):
            flags &= ~32
        text = repr(self.pattern)[:200]
        return f"re.compile({text}, {RegexFlag(flags)!r})" if flags else f"re.compile({text})"

    def __class_getitem__(cls, item):
        import types

        return types.GenericAlias(cls, item)


class _Scanner:
    def __init__(self, pattern, string, pos, endpos):
        self.pattern = pattern
        self._rest = pattern.finditer(string, pos, endpos)
        self._where = string, pos, endpos

    def search(self):
        return next(self._rest, None)

    def match(self):
        if self._where is None:
            return None
        string, pos, endpos = self._where
        m = self.pattern.match(string, pos, endpos)
        self._where = None if m is None else (string, m.end() + (m.end() == m.start()), endpos)
        return m


def _template(pattern, template):
    # Texts and numbers of groups.
    if not isinstance(template, (str, bytes, bytearray, memoryview)):
        hash(template)
        raise TypeError(f"decoding to str: need a bytes-like object, {type(template).__name__} found")
    cached = pattern._templates.get(template) if template.__hash__ else None
    if cached is None:
        cached = _read_template(pattern, template)
        if template.__hash__:
            if len(pattern._templates) > 100:
                pattern._templates.clear()
            pattern._templates[template] = cached
    return cached


def _read_template(pattern, template):
    is_text = isinstance(pattern.pattern, str)
    # Bytes that ask for nothing are taken as they are.
    if is_text and isinstance(template, (bytes, bytearray)) and b"\\" not in template:
        return [template]
    if is_text != isinstance(template, str):
        if is_text:
            raise TypeError(f"sequence item 0: expected str instance, {type(template).__name__} found")
        raise TypeError(f"a bytes-like object is required, not '{type(template).__name__}'")
    s = template if is_text else bytes(template).decode("latin-1")
    if "\\" not in s:
        return [template]
    out = []
    literal = []

    def reference(n, at):
        if n > pattern.groups:
            raise PatternError(f"invalid group reference {n}", template, at)
        if literal:
            out.append("".join(literal))
            literal.clear()
        out.append(n)

    i = 0
    n = len(s)
    while i < n:
        c = s[i]
        i += 1
        if c != "\\":
            literal.append(c)
            continue
        if i == n:
            raise PatternError("bad escape (end of pattern)", template, n - 1)
        c = s[i]
        i += 1
        if c == "g":
            if s[i:i + 1] != "<":
                raise PatternError("missing <", template, i)
            end = s.find(">", i)
            if end < 0:
                if i + 1 == n:
                    raise PatternError("missing group name", template, n)
                raise PatternError("missing >, unterminated name", template, i + 1)
            name = s[i + 1:end]
            if not name:
                raise PatternError("missing group name", template, end)
            if name.isdecimal() and name.isascii():
                reference(int(name), i + 1)
            else:
                if not name.isidentifier() or (not is_text and not name.isascii()):
                    shown = name if is_text else name.encode("latin-1")
                    raise PatternError(f"bad character in group name {shown!r}", template, i + 1)
                if name not in pattern.groupindex:
                    raise IndexError(f"unknown group name {name!r}")
                reference(pattern.groupindex[name], i + 1)
            i = end + 1
        elif c == "0":
            digits = "0"
            while len(digits) < 3 and s[i:i + 1] and s[i] in "01234567":
                digits += s[i]
                i += 1
            literal.append(chr(int(digits, 8) & 255))
        elif c in "123456789":
            digits = c
            if s[i:i + 1] and s[i] in "0123456789":
                digits += s[i]
                i += 1
                if digits[0] in "01234567" and digits[1] in "01234567" and s[i:i + 1] and s[i] in "01234567":
                    digits += s[i]
                    i += 1
                    value = int(digits, 8)
                    if value > 255:
                        raise PatternError(f"octal escape value \\{digits} outside of range 0-0o377", template, i - 4)
                    literal.append(chr(value))
                    continue
            reference(int(digits), i - len(digits))
        elif c in _CONTROL:
            literal.append(_CONTROL[c])
        elif c in _LETTERS:
            raise PatternError(f"bad escape \\{c}", template, i - 2)
        else:
            literal.append("\\" + c)
    if literal or not out:
        out.append("".join(literal))
    if not is_text:
        out = [x if isinstance(x, int) else x.encode("latin-1") for x in out]
    return out


def _expand(parts, m):
    empty = m.string[:0]
    pieces = [m._text(p, empty) if isinstance(p, int) else p for p in parts]
    return "".join(pieces) if isinstance(empty, str) else b"".join(pieces)


_cache = {}


def _compile(pattern, flags):
    if isinstance(flags, RegexFlag):
        flags = flags.value
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    key = type(pattern), pattern, flags
    made = _cache.get(key)
    if made is None:
        made = _make(pattern, flags)
        if not flags & 128:
            if len(_cache) >= 512:
                del _cache[next(iter(_cache))]
            _cache[key] = made
    return made


def _make(pattern, flags):
    is_text = isinstance(pattern, str)
    if not is_text and not isinstance(pattern, (bytes, bytearray)):
        raise TypeError("first argument must be string or compiled pattern")
    if flags & 128:
        raise NotImplementedError("re.DEBUG is not supported: compile without it")
    made = _re.compile(pattern, flags)
    if len(made) == 2:
        raise PatternError(made[0], pattern, made[1])
    code, flags, groups, names = made
    if is_text:
        if flags & 4:
            raise ValueError("cannot use LOCALE flag with a str pattern")
        if not flags & 256:
            flags |= 32
        elif flags & 32:
            raise ValueError("ASCII and UNICODE flags are incompatible")
    else:
        if flags & 32:
            raise ValueError("cannot use UNICODE flag with a bytes pattern")
        if flags & 4 and flags & 256:
            raise ValueError("ASCII and LOCALE flags are incompatible")
    p = object.__new__(Pattern)
    p.pattern = pattern
    p.flags = flags
    p.groups = groups
    p.groupindex = {names[i]: names[i + 1] for i in range(0, len(names), 2)}
    p._code = code
    p._templates = {}
    return p


def compile(pattern, flags=0):
    return _compile(pattern, flags)


def match(pattern, string, flags=0):
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return _compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return _compile(pattern, flags).finditer(string)


def _positional(name, given, names):
    # Arguments that should have been given by name.
    import warnings

    if len(given) > len(names):
        total = 3 + len(given) - (name == "split")
        limit = 5 if name != "split" else 4
        raise TypeError(f"{name}() takes from {limit - 2} to {limit} positional arguments but {total} were given")
    warnings.warn(f"'{names[0]}' is passed as positional argument", DeprecationWarning)
    return given


def sub(pattern, repl, string, *args, count=0, flags=0):
    if args:
        args = _positional("sub", args, ("count", "flags"))
        count = args[0]
        if len(args) > 1:
            flags = args[1]
    return _compile(pattern, flags)._sub(repl, string, count)[0]


def subn(pattern, repl, string, *args, count=0, flags=0):
    if args:
        args = _positional("subn", args, ("count", "flags"))
        count = args[0]
        if len(args) > 1:
            flags = args[1]
    return _compile(pattern, flags)._sub(repl, string, count)


def split(pattern, string, *args, maxsplit=0, flags=0):
    if args:
        args = _positional("split", args, ("maxsplit", "flags"))
        maxsplit = args[0]
        if len(args) > 1:
            flags = args[1]
    return _compile(pattern, flags).split(string, maxsplit)


def purge():
    _cache.clear()


def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_SPECIAL)
    return str(pattern, "latin1").translate(_SPECIAL).encode("latin1")


Pattern.__module__ = Match.__module__ = "re"
