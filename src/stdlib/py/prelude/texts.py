# Texts of values whose classes say in Python how they look.

_open = []


def _repr(v):
    f = _special(v, "__repr__")
    if f is not None:
        r = f(v)
        if not isinstance(r, str):
            raise TypeError(f"__repr__ returned non-string (type {type(r).__name__})")
        return r
    p = _plain(v)
    for o in _open:
        if o is p:
            return _closed(p)
    _open.append(p)
    try:
        return _repr_container(v, p)
    finally:
        _open.pop()


def _closed(p):
    if isinstance(p, list):
        return "[...]"
    if isinstance(p, dict):
        return "{...}"
    if isinstance(p, tuple):
        return "(...)"
    return type(p).__name__ + "(...)"


def _repr_container(v, p):
    if isinstance(p, list):
        return "[" + ", ".join([repr(x) for x in p]) + "]"
    if isinstance(p, tuple):
        if len(p) == 1:
            return "(" + repr(p[0]) + ",)"
        return "(" + ", ".join([repr(x) for x in p]) + ")"
    if isinstance(p, dict):
        return "{" + ", ".join([repr(k) + ": " + repr(x) for k, x in dict.items(p)]) + "}"
    name = type(v).__name__
    if isinstance(p, (set, frozenset)):
        body = "{" + ", ".join([repr(x) for x in p]) + "}"
        return body if name == "set" else f"{name}({body})"
    if isinstance(p, _deque):
        body = "[" + ", ".join([repr(x) for x in p]) + "]"
        return f"{name}({body})" if p.maxlen is None else f"{name}({body}, maxlen={p.maxlen})"
    if isinstance(p, BaseException):
        return _exception_repr(p)
    if name == "dict_items":
        return "dict_items([" + ", ".join([repr(x) for x in p]) + "])"
    if name == "dict_values" or name == "dict_keys":
        return name + "([" + ", ".join([repr(x) for x in p]) + "])"
    if name == "slice":
        return f"slice({p.start!r}, {p.stop!r}, {p.step!r})"
    if name == "method":
        return f"<bound method {p.__func__.__qualname__} of {p.__self__!r}>"
    calls = [p._callback] if hasattr(p, "_fired") else [c for c, _ in getattr(p, "_callbacks", None) or ()]
    if calls or hasattr(p, "_asyncio_future_blocking"):
        calls = [c for c in calls if not hasattr(c, "_asyncio_future_blocking")]
        values = [] if hasattr(p, "_fired") else [p._result, p._exception]
        return _written(p, calls + values, [_called(c) for c in calls] + [repr(x) for x in values])
    return _opaque_repr(v)


def _called(f, end="()"):
    if type(f).__name__ == "partial":
        return _called(f.func, "()" + end)
    name = getattr(f, "__qualname__", None) or getattr(f, "__name__", None) or repr(f)
    code = f.__code__ if type(f).__name__ == "function" else None
    return name + end + (f" at {code.co_filename}:{code.co_firstlineno}" if code else "")


def _exception_repr(e):
    return type(e).__name__ + "(" + ", ".join([repr(a) for a in e.args]) + ")"


def _exception_str(e):
    args = e.args
    if isinstance(e, KeyError) and len(args) == 1:
        return repr(args[0])
    if len(args) == 1:
        return str(args[0])
    return repr(args)


def _str(v):
    f = _special(v, "__str__")
    if f is None:
        if isinstance(v, BaseException) and _special(v, "__repr__") is None:
            return _exception_str(v)
        if isinstance(v, BaseException):
            return _exception_str(v)
        if _special(v, "__repr__") is None:
            p = _plain(v)
            if p is not v and isinstance(p, str):
                return p
        return _repr(v)
    r = f(v)
    if not isinstance(r, str):
        raise TypeError(f"__str__ returned non-string (type {type(r).__name__})")
    return r


def _ascii(v):
    return ascii_text(_repr(v))


def ascii_text(s):
    out = []
    for c in s:
        out.append(c if c < "\x80" else ascii(c)[1:-1])
    return "".join(out)


def _format(v, spec):
    r = _special(v, "__format__")(v, spec)
    if not isinstance(r, str):
        raise TypeError(f"__format__ must return a str, not {type(r).__name__}")
    return r


def _print(values, sep, end, file, flush):
    if file is None:
        return
    sep, end = " " if sep is None else sep, "\n" if end is None else end
    write = _write_out if file is ... else file.write
    text = ""
    for i, v in enumerate(values):
        if i:
            text += sep
        # What asking a later value for its text may print, or raise, comes after the earlier ones. A file gets all at once otherwise.
        if text and file is ... and type(v) is not str:
            write(text)
            text = ""
        try:
            text += str(v)
        except BaseException:
            if text:
                write(text)
            raise
    write(text + end)
    if flush and file is not ...:
        file.flush()


def _open_file(*args, **options):
    return _import_module("io")._open(*args, **options)


def _help(*args):
    return _import_module("pydoc").help(*args)


def _input(*prompt):
    sys = _get_name(_modules, "sys")
    if sys is not None and (sys.stdin is not sys.__stdin__ or sys.stdout is not sys.__stdout__):
        if prompt:
            sys.stdout.write(str(prompt[0]))
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            raise EOFError("EOF when reading a line")
        return line[:-1] if line.endswith("\n") else line
    if prompt:
        _write_out(str(prompt[0]))
    line = _read_line()
    if line is None:
        raise EOFError("EOF when reading a line")
    return line


def _percent(format, args):
    # Converts what needs Python first, then formats plain texts and numbers.
    kinds = _percent_kinds(format)
    if kinds and kinds[0][0] is not None:
        args = tuple([args[key] for key, _, _ in kinds])
        for key, _, _ in kinds:
            format = format.replace(f"%({key})", "%", 1)
    values = list(args) if isinstance(args, tuple) else [args]
    out = []
    i = 0
    for _, stars, kind in kinds:
        for _ in range(stars):
            if i < len(values):
                out.append(values[i])
            i += 1
        if i < len(values):
            out.append(_percent_value(values[i], kind))
        i += 1
    out.extend(values[i:])
    pieces = tuple(out)
    return format.replace("%r", "%s").replace("%a", "%s") % pieces if "%r" in format or "%a" in format else format % pieces


def _percent_value(v, kind):
    if kind == "s":
        return str(v)
    if kind == "r":
        return repr(v)
    if kind == "a":
        return ascii(v)
    if isinstance(v, (str, bytes, bytearray)):
        return v
    asked = "__float__" if kind in "eEfFgG" else "__int__" if kind in "diu" else "__index__"
    if _special(v, asked) is None and _special(v, "__index__") is None:
        return v
    return float(v) if kind in "eEfFgG" else int(v) if kind in "diu" else v.__index__() if kind in "oxX" else v


def _str_format(text, args, named, depth=2):
    if depth < 0:
        raise ValueError("Max string recursion exceeded")
    out = []
    auto = 0
    for literal, first, steps, spec, conversion in _format_parts(text):
        out.append(literal)
        if first is None:
            continue
        if first == "":
            if auto is None:
                raise ValueError("cannot switch from manual field specification to automatic field numbering")
            if auto >= len(args):
                raise IndexError(f"Replacement index {auto} out of range for positional args tuple")
            v = args[auto]
            auto += 1
        elif first.isdigit():
            if auto:
                raise ValueError("cannot switch from automatic field numbering to manual field specification")
            auto = None
            n = int(first)
            if n >= len(args):
                raise IndexError(f"Replacement index {n} out of range for positional args tuple")
            v = args[n]
        else:
            v = named[first]
        for is_attribute, name in steps:
            if is_attribute:
                v = getattr(v, name)
            else:
                v = v[int(name) if name.isdigit() else name]
        if conversion == "s":
            v = str(v)
        elif conversion == "r":
            v = repr(v)
        elif conversion == "a":
            v = ascii(v)
        if "{" in spec:
            rest = args if auto is None else args[auto:]
            before = _auto_count(spec)
            spec = _str_format(spec, rest, named, depth - 1)
            if auto is not None:
                auto += before
        out.append(format(v, spec))
    return "".join(out)


def _auto_count(spec):
    n = 0
    for _, first, _, _, _ in _format_parts(spec):
        if first == "":
            n += 1
    return n


def _translate(s, table):
    out = []
    for c in s:
        try:
            v = table[ord(c)]
        except LookupError:
            out.append(c)
            continue
        if v is None:
            continue
        out.append(chr(v) if isinstance(v, int) else v)
    return "".join(out)
