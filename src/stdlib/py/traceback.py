"""Exceptions as text."""

import _machine
import sys


def _blocks(text):
    """The pieces in which CPython hands a traceback out: head, frames, last lines."""
    blocks = []
    for line in text.splitlines(keepends=True):
        if blocks and line.startswith("    ") and blocks[-1].startswith("  File "):
            blocks[-1] += line
        else:
            blocks.append(line)
    return blocks


def _exception(exc, value):
    if value is not _absent:
        return value
    return exc


_absent = object()


def format_exception(exc, /, value=_absent, tb=None, limit=None, chain=True, **kwargs):
    exc = _exception(exc, value)
    if exc is None:
        return ["NoneType: None\n"]
    return _blocks(_machine.format_exception(exc))


def format_exc(limit=None, chain=True):
    return "".join(format_exception(_machine.exception()))


def _write(text, file):
    (sys.stderr if file is None else file).write(text)


def print_exception(exc, /, value=_absent, tb=None, limit=None, file=None, chain=True, **kwargs):
    _write("".join(format_exception(exc, value)), file)


def print_exc(limit=None, file=None, chain=True):
    _write(format_exc(), file)


def print_last(limit=None, file=None, chain=True):
    raise ValueError("no last exception")


def format_exception_only(exc, /, value=_absent, *, show_group=False):
    exc = _exception(exc, value)
    if exc is None:
        return ["NoneType: None\n"]
    return [_machine.exception_line(exc)]


class FrameSummary:
    """One line of a traceback."""

    def __init__(self, filename, lineno, name, line=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = line
        self.locals = None

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, i):
        return (self.filename, self.lineno, self.name, self.line)[i]

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


class StackSummary(list):
    def format(self):
        return format_list(self)


def extract_tb(tb, limit=None):
    frames = StackSummary([FrameSummary(*f) for f in _machine.frames(tb)])
    return frames if limit is None else StackSummary(frames[:limit] if limit >= 0 else frames[limit:])


def format_list(extracted_list):
    out = []
    for f in extracted_list:
        text = f'  File "{f[0]}", line {f[1]}, in {f[2]}\n'
        out.append(text + ("    " + f[3] + "\n" if f[3] else ""))
    return out


def print_list(extracted_list, file=None):
    _write("".join(format_list(extracted_list)), file)


def format_tb(tb, limit=None):
    return format_list(extract_tb(tb, limit))


def print_tb(tb, limit=None, file=None):
    _write("".join(format_tb(tb, limit)), file)


def walk_tb(tb):
    _machine.unsupported("traceback.walk_tb() is not supported")


def extract_stack(f=None, limit=None):
    _machine.unsupported("traceback.extract_stack() is not supported")


format_stack = print_stack = walk_stack = extract_stack


def clear_frames(tb):
    pass


class TracebackException:
    """An exception captured as text."""

    def __init__(self, exc_type, exc_value, exc_traceback=None, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10):
        self.exc_type = exc_type
        self.exc_type_str = exc_type.__name__
        self.stack = extract_tb(exc_value.__traceback__)
        self._lines = format_exception(exc_value)
        self._last = format_exception_only(exc_value)
        self._str = str(exc_value)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__)

    def format(self, *, chain=True):
        return iter(self._lines)

    def format_exception_only(self, *, show_group=False):
        return iter(self._last)

    def print(self, *, file=None, chain=True):
        _write("".join(self._lines), file)

    def __str__(self):
        return self._str
