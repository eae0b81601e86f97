"""Configuration files of sections and options."""

import collections
import functools
import io
import itertools
import os
import re
from collections import ChainMap as _ChainMap
from collections.abc import MutableMapping

__all__ = (
    "NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError", "InterpolationError",
    "InterpolationDepthError", "InterpolationMissingOptionError", "InterpolationSyntaxError", "ParsingError",
    "MissingSectionHeaderError", "MultilineContinuationError", "UnnamedSectionDisabledError", "ConfigParser", "RawConfigParser",
    "Interpolation", "BasicInterpolation", "ExtendedInterpolation", "SectionProxy", "ConverterMapping", "DEFAULTSECT",
    "MAX_INTERPOLATION_DEPTH", "UNNAMED_SECTION",
)
DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10
_UNSET = object()


class _UnnamedSection:
    def __repr__(self):
        return "<UNNAMED_SECTION>"


UNNAMED_SECTION = _UnnamedSection()


class Error(Exception):
    """Base of what goes wrong with configurations."""

    def __init__(self, msg=""):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        Error.__init__(self, f"No section: {section!r}")
        self.section = section
        self.args = (section,)


def _where(source, lineno, what):
    parts = [what]
    if source is not None:
        head = ["While reading from ", repr(source)]
        if lineno is not None:
            head.append(f" [line {lineno:2d}]")
        parts = ["".join(head) + ": " + what[0].lower() + what[1:]]
    return parts[0]


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        text = f"Section {section!r} already exists"
        Error.__init__(self, _where(source, lineno, text))
        self.section, self.source, self.lineno = section, source, lineno
        self.args = (section, source, lineno)


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        text = f"{option!r} in section {section!r} already exists"
        Error.__init__(self, _where(source, lineno, "option " + text if source is not None else "Option " + text))
        self.section, self.option, self.source, self.lineno = section, option, source, lineno
        self.args = (section, option, source, lineno)


class NoOptionError(Error):
    def __init__(self, option, section):
        Error.__init__(self, f"No option {option!r} in section: {section!r}")
        self.option, self.section = option, section
        self.args = (option, section)


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option, self.section = option, section
        self.args = (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        InterpolationError.__init__(self, option, section, (
            f"Bad value substitution: option {option!r} in section {section!r} contains an interpolation key {reference!r} "
            f"which is not a valid option name. Raw value: {rawval!r}"))
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    """What looks like an interpolation is none."""


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        InterpolationError.__init__(self, option, section, (
            f"Recursion limit exceeded in value substitution: option {option!r} in section {section!r} contains an interpolation "
            f"key which cannot be substituted in {MAX_INTERPOLATION_DEPTH} steps. Raw value: {rawval!r}"))
        self.args = (option, section, rawval)


class ParsingError(Error):
    def __init__(self, source, *args):
        super().__init__(f"Source contains parsing errors: {source!r}")
        self.source = source
        self.errors = []
        self.args = (source,)
        if args:
            self.append(*args)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += f"\n\t[line {lineno:2d}]: {line!r}"

    def combine(self, others):
        for other in others:
            for error in other.errors:
                self.append(*error)
        return self


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, f"File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}")
        self.source, self.lineno, self.line = filename, lineno, line
        self.errors = []
        self.args = (filename, lineno, line)


class MultilineContinuationError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, f"Key without value continued with an indented line.\nfile: {filename!r}, line: {lineno}\n{line!r}")
        self.source, self.lineno, self.line = filename, lineno, line
        self.errors = []
        self.args = (filename, lineno, line)


class UnnamedSectionDisabledError(Error):
    def __init__(self):
        Error.__init__(self, "Support for UNNAMED_SECTION is disabled.")


class Interpolation:
    """Leaves values as they are."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class _Marked(Interpolation):
    def before_get(self, parser, section, option, value, defaults):
        out = []
        self._expand(parser, option, out, value, section, defaults, 1)
        return "".join(out)

    def before_set(self, parser, section, option, value):
        rest = self._REFERENCE.sub("", value.replace(self._MARK * 2, ""))
        if self._MARK in rest:
            raise ValueError(f"invalid interpolation syntax in {value!r} at position {rest.find(self._MARK)}")
        return value

    def _expand(self, parser, option, out, rest, section, defaults, depth):
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        mark = self._MARK
        while rest:
            at = rest.find(mark)
            if at < 0:
                out.append(rest)
                return
            if at > 0:
                out.append(rest[:at])
                rest = rest[at:]
            c = rest[1:2]
            if c == mark:
                out.append(mark)
                rest = rest[2:]
            elif c == self._OPEN:
                m = self._REFERENCE.match(rest)
                if m is None:
                    raise InterpolationSyntaxError(option, section, f"bad interpolation variable reference {rest!r}")
                rest = rest[m.end():]
                self._refer(parser, option, out, section, defaults, depth, m.group(1), raw, rest)
            else:
                raise InterpolationSyntaxError(option, section, self._WRONG % (rest,))


class BasicInterpolation(_Marked):
    """`%(name)s`: an option of the same section or of the defaults."""

    _MARK, _OPEN = "%", "("
    _REFERENCE = re.compile(r"%\(([^)]+)\)s")
    _WRONG = "'%%' must be followed by '%%' or '(', found: %r"

    def _refer(self, parser, option, out, section, defaults, depth, name, raw, rest):
        name = parser.optionxform(name)
        try:
            v = defaults[name]
        except KeyError:
            raise InterpolationMissingOptionError(option, section, raw, name) from None
        if "%" in v:
            self._expand(parser, option, out, v, section, defaults, depth + 1)
        else:
            out.append(v)


class ExtendedInterpolation(_Marked):
    """`${name}` and `${section:name}`."""

    _MARK, _OPEN = "$", "{"
    _REFERENCE = re.compile(r"\$\{([^}]+)\}")
    _WRONG = "'$' must be followed by '$' or '{', found: %r"

    def _refer(self, parser, option, out, section, defaults, depth, reference, raw, rest):
        path = reference.split(":")
        where, name = section, option
        try:
            if len(path) == 1:
                name = parser.optionxform(path[0])
                v = defaults[name]
            elif len(path) == 2:
                where, name = path[0], parser.optionxform(path[1])
                v = parser.get(where, name, raw=True)
            else:
                raise InterpolationSyntaxError(option, section, f"More than one ':' found: {rest!r}")
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(option, section, raw, ":".join(path)) from None
        if v is None:
            return
        if "$" in v:
            self._expand(parser, name, out, v, where, dict(parser.items(where, raw=True)), depth + 1)
        else:
            out.append(v)
