# Source and frames.


def getfile(object):
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if getattr(module, "__file__", None):
            return module.__file__
        if object.__module__ == "__main__":
            raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        return object.co_filename
    raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got "
                    + type(object).__name__)


getsourcefile = getfile


def findsource(object):
    file = getfile(object)
    import linecache

    lines = linecache.getlines(file)
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        name = object.__qualname__.rpartition(".")[2]
        for i, line in enumerate(lines):
            words = line.split()
            if words[:1] == ["class"] and words[1].split("(")[0].rstrip(":") == name:
                while i > 0 and lines[i - 1].lstrip().startswith("@"):
                    i -= 1
                return lines, i
        raise OSError("could not find class definition")
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = unwrap(object).__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    i = object.co_firstlineno - 1
    while i > 0 and lines[i - 1].lstrip().startswith("@"):
        i -= 1
    return lines, i


class EndOfBlock(Exception):
    pass


def getblock(lines):
    first = lines[0]
    indent = len(first) - len(first.lstrip())
    depth = 0
    begun = False
    last = 0
    for i, line in enumerate(lines):
        text = line.strip()
        if begun and text and not text.startswith("#") and depth <= 0 and len(line) - len(line.lstrip()) <= indent:
            break
        if text:
            if not text.startswith("#") or not begun:
                last = i
            elif len(line) - len(line.lstrip()) > indent:
                last = i
        code = text.split("#")[0]
        depth += sum(map(code.count, "([{")) - sum(map(code.count, ")]}"))
        if not begun and depth <= 0 and not text.startswith("@"):
            begun = True
            if "lambda" in text and not text.startswith(("def ", "class ", "async ")):
                break
    return lines[:last + 1]


def getsourcelines(object):
    object = unwrap(object)
    lines, at = findsource(object)
    if ismodule(object) or isframe(object) and object.f_code.co_name == "<module>":
        return lines, 0
    return getblock(lines[at:]), at + 1


def getsource(object):
    return "".join(getsourcelines(object)[0])


# ---- frames

Traceback = __import__("collections").namedtuple("Traceback", "filename lineno function code_context index")
FrameInfo = __import__("collections").namedtuple("FrameInfo", "frame filename lineno function code_context index")


def currentframe():
    return _frame.current()


def getframeinfo(frame, context=1):
    if istraceback(frame):
        frame = frame.tb_frame
    line = frame.f_lineno
    if context > 0:
        all_lines = (_frames.text(frame.f_code.co_filename) or "").splitlines(keepends=True)
        start = max(0, min(line - 1 - context // 2, len(all_lines) - context))
        lines, index = all_lines[start:start + context], line - 1 - start
    else:
        lines = index = None
    return Traceback(frame.f_code.co_filename, line, frame.f_code.co_name, lines, index)


def getouterframes(frame, context=1):
    found = []
    while frame is not None:
        found.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    found = []
    while tb is not None:
        found.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return found


def stack(context=1):
    return getouterframes(_frame.current(), context)


def trace(context=1):
    exc = sys.exception()
    return getinnerframes(exc.__traceback__ if exc else None, context)


ArgInfo = __import__("collections").namedtuple("ArgInfo", "args varargs keywords locals")


def getargvalues(frame):
    code = frame.f_code
    n = code.co_argcount
    names = list(code.co_varnames)
    at = n + code.co_kwonlyargcount
    varargs = keywords = None
    if code.co_flags & CO_VARARGS:
        varargs = names[at]
        at += 1
    if code.co_flags & CO_VARKEYWORDS:
        keywords = names[at]
    return ArgInfo(names[:n], varargs, keywords, frame.f_locals)


CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = (
    "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED",
)
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = (
    "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "AGEN_CLOSED",
)


def _state(running, suspended, frame):
    if running:
        return "RUNNING"
    if suspended:
        return "SUSPENDED"
    return "CLOSED" if frame is None else "CREATED"


def getcoroutinestate(coroutine):
    return "CORO_" + _state(coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame)


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    return dict(generator.gi_frame.f_locals) if generator.gi_frame else {}


def getcoroutinelocals(coroutine):
    return dict(coroutine.cr_frame.f_locals) if coroutine.cr_frame else {}


def getasyncgenlocals(agen):
    if not isasyncgen(agen):
        raise TypeError(f"{agen!r} is not a Python async generator")
    return dict(agen.ag_frame.f_locals) if agen.ag_frame else {}


def getgeneratorstate(generator):
    return "GEN_" + _state(generator.gi_running, generator.gi_suspended, generator.gi_frame)


def getasyncgenstate(agen):
    return "AGEN_" + _state(agen.ag_running, agen.ag_suspended, agen.ag_frame)


ClosureVars = __import__("collections").namedtuple("ClosureVars", "nonlocals globals builtins unbound")
