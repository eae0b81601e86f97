"""Exceptions and stacks as text."""

import _frame
import _frames
import _machine
import sys

__all__ = [
    "extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack",
    "format_tb", "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb", "clear_frames",
    "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb", "print_list",
]
_sentinel = object()


def _parse(exc, value, tb):
    if (value is _sentinel) != (tb is _sentinel):
        raise ValueError("Both or neither of value and tb must be given")
    if value is tb is _sentinel:
        if exc is None:
            return None, None
        if isinstance(exc, BaseException):
            return exc, exc.__traceback__
        raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
    return value, tb


def _pieces(exc, tb, limit, chain, width=15, depth=10):
    if exc is None:
        return ["NoneType: None\n"]
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
    return _frames.pieces(exc, tb, limit, chain, width, depth)


def _write(pieces, file):
    file = sys.stderr if file is None else file
    for piece in pieces:
        file.write(piece)


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True, **kwargs):
    return _pieces(*_parse(exc, value, tb), limit, chain)


def format_exc(limit=None, chain=True):
    exc = sys.exception()
    return "".join(_pieces(exc, getattr(exc, "__traceback__", None), limit, chain))


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True, **kwargs):
    _write(_pieces(*_parse(exc, value, tb), limit, chain), file)


def print_exc(limit=None, file=None, chain=True):
    exc = sys.exception()
    _write(_pieces(exc, getattr(exc, "__traceback__", None), limit, chain), file)


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, "last_exc") and not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(sys.last_exc, limit=limit, file=file, chain=chain)


def format_exception_only(exc, /, value=_sentinel, *, show_group=False, **kwargs):
    if value is not _sentinel:
        exc = value
    if exc is None:
        return ["NoneType: None\n"]
    return _frames.last(exc, None, show_group)


def _values(locals):
    return {k: _shown(v) for k, v in locals.items()} if locals else None


def _shown(value):
    try:
        return repr(value)
    except:
        return "<local repr() failed>"


class FrameSummary:
    """One place of a stack: file, line, function, text."""

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None, **kwargs):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self._text = line
        self._block = None
        self.locals = _values(locals)

    @property
    def line(self):
        if self._text is None:
            import linecache

            self._text = linecache.getline(self.filename, self.lineno)
        return self._text.partition("\n")[0].strip()

    def _tuple(self):
        return (self.filename, self.lineno, self.name, self.line)

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return self._tuple() == other._tuple()
        if isinstance(other, tuple):
            return self._tuple() == other
        return NotImplemented

    __hash__ = None

    def __getitem__(self, pos):
        return self._tuple()[pos]

    def __iter__(self):
        return iter(self._tuple())

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


def _summary(place, marks=True, lookup=None):
    code, file, name, line, end, start, stop, text, block = place[:9]
    made = FrameSummary(file, line, name, line=text, locals=lookup)
    if marks:
        made.end_lineno, made.colno, made.end_colno, made._block = end, start, stop, block
    return made


class StackSummary(list):
    """A list of FrameSummary, outermost first."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        found = [_summary(f._place[:3] + (n,) + f._place[4:], False, f.f_locals if capture_locals else None)
                 for f, n in frame_gen]
        return klass(_cut(found, limit))

    @classmethod
    def from_list(klass, a_list):
        return klass([f if isinstance(f, FrameSummary) else FrameSummary(f[0], f[1], f[2], line=f[3]) for f in a_list])

    def format_frame_summary(self, frame_summary, **kwargs):
        f = frame_summary
        text = f._block
        if text is None:
            text = f'  File "{f.filename}", line {f.lineno}, in {f.name}\n'
            if f.line:
                text += "    " + f.line + "\n"
        if f.locals:
            for name, value in sorted(f.locals.items()):
                text += f"    {name} = {value}\n"
        return text

    def format(self, **kwargs):
        out = []
        last = None
        count = 0
        for f in self:
            text = self.format_frame_summary(f)
            if text is None:
                continue
            this = (f.filename, f.lineno, f.name)
            if last != this:
                _folded(out, count)
                last = this
                count = 0
            count += 1
            if count <= 3:
                out.append(text)
        _folded(out, count)
        return out


def _folded(out, count):
    if count > 3:
        count -= 3
        out.append(f"  [Previous line repeated {count} more time{'s' if count > 1 else ''}]\n")


def _cut(found, limit):
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return found
    return found[:limit] if limit >= 0 else found[limit:]


def extract_tb(tb, limit=None):
    return StackSummary([_summary(p) for p in _cut(_frames.entries(tb), limit)])


def extract_stack(f=None, limit=None):
    places = _frames.here() if f is None else [g._place for g, _ in walk_stack(f)]
    if limit is not None:
        places = places[:limit] if limit >= 0 else places[limit:]
    return StackSummary([_summary(p, False) for p in reversed(places)])


def walk_stack(f):
    if f is None:
        f = _frame.current(0)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    for place in _frames.entries(tb):
        yield _frame.frame(place, None, False), place[3]


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    _write(format_list(extracted_list), file)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit), file)


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    print_list(extract_stack(f, limit), file)


def clear_frames(tb):
    pass


class TracebackException:
    """An exception made ready to be shown."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        if capture_locals and isinstance(exc_value, BaseExceptionGroup):
            _machine.unsupported("TracebackException(capture_locals=True) of an exception group is not supported")
        seen = _seen or set()
        seen.add(id(exc_value))
        self._exc = exc_value
        self._shape = exc_traceback, limit
        self._size = max_group_width, max_group_depth
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = extract_tb(exc_traceback, limit)
        self._locals = capture_locals
        if capture_locals:
            for f, (frame, _) in zip(self.stack, _cut(list(walk_tb(exc_traceback)), limit)):
                f.locals = _values(frame.f_locals)
        self.exc_type = exc_type if save_exc_type else None
        self.exc_type_qualname = exc_type.__qualname__
        self.exc_type_module = exc_type.__module__
        plain = self.exc_type_module in ("__main__", "builtins")
        self.exc_type_str = self.exc_type_qualname if plain else self.exc_type_module + "." + self.exc_type_qualname
        try:
            self._str = str(exc_value)
        except Exception:
            self._str = "<exception str() failed>"
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        if issubclass(exc_type, SyntaxError):
            for name in ("filename", "lineno", "end_lineno", "text", "offset", "end_offset", "msg"):
                setattr(self, name, getattr(exc_value, name, None))
        self._last = None if exc_value is None else _frames.last(exc_value, exc_traceback, False)

        def other(e):
            if e is None or id(e) in seen:
                return None
            return TracebackException(type(e), e, e.__traceback__, limit=limit, compact=compact, _seen=seen,
                                      capture_locals=capture_locals,
                                      max_group_width=max_group_width, max_group_depth=max_group_depth)

        self.__cause__ = other(getattr(exc_value, "__cause__", None))
        skip = compact and (self.__cause__ is not None or self.__suppress_context__)
        self.__context__ = None if skip else other(getattr(exc_value, "__context__", None))
        group = isinstance(exc_value, BaseExceptionGroup)
        self.exceptions = [other(e) for e in exc_value.exceptions] if group else None

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def format(self, *, chain=True, **kwargs):
        if self._locals:
            yield from self._with_locals(chain)
        else:
            yield from _pieces(self._exc, *self._shape, chain, *self._size)

    def _with_locals(self, chain):
        if chain and self.__cause__ is not None:
            yield from self.__cause__._with_locals(chain)
            yield "\nThe above exception was the direct cause of the following exception:\n\n"
        elif chain and self.__context__ is not None and not self.__suppress_context__:
            yield from self.__context__._with_locals(chain)
            yield "\nDuring handling of the above exception, another exception occurred:\n\n"
        if self.stack:
            yield "Traceback (most recent call last):\n"
            yield from self.stack.format()
        yield from self.format_exception_only()

    def format_exception_only(self, *, show_group=False, **kwargs):
        if show_group:
            yield from _frames.last(self._exc, self._shape[0], True)
        else:
            yield from self._last

    def print(self, *, file=None, chain=True, **kwargs):
        _write(self.format(chain=chain), file)

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented

    __hash__ = None

    def __str__(self):
        return self._str
