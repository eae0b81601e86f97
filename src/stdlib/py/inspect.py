"""Questions about live objects: kinds, members, signatures, source, frames."""

import _frame
import _frames
import enum
import functools
import sys
import types

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED = 1, 2, 4, 8, 16
CO_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 32, 128, 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20
_mark = object()


def _function(obj):
    while True:
        if hasattr(obj, "__func__"):
            obj = obj.__func__
        elif isinstance(obj, functools.partial):
            obj = obj.func
        else:
            return obj


def _flags(obj):
    return getattr(getattr(_function(obj), "__code__", None), "co_flags", 0)


def iscoroutinefunction(obj):
    if getattr(_function(obj), "_is_coroutine_mark", None) is not None:
        return True
    return bool(_flags(obj) & CO_COROUTINE)


def markcoroutinefunction(func):
    _function(func)._is_coroutine_mark = _mark
    return func


def isgeneratorfunction(obj):
    return bool(_flags(obj) & CO_GENERATOR)


def isasyncgenfunction(obj):
    return bool(_flags(obj) & CO_ASYNC_GENERATOR)


def iscoroutine(obj):
    return isinstance(obj, types.CoroutineType)


def isgenerator(obj):
    return isinstance(obj, types.GeneratorType)


def isasyncgen(obj):
    return isinstance(obj, types.AsyncGeneratorType)


def isawaitable(obj):
    return isinstance(obj, types.CoroutineType) or hasattr(type(obj), "__await__")


def isfunction(obj):
    return isinstance(obj, types.FunctionType)


def ismethod(obj):
    return isinstance(obj, types.MethodType) and isinstance(obj.__func__, types.FunctionType)


def isbuiltin(obj):
    return isinstance(obj, types.BuiltinFunctionType)


def ismethoddescriptor(obj):
    if isclass(obj) or ismethod(obj) or isfunction(obj):
        return False
    tp = type(obj)
    return hasattr(tp, "__get__") and not hasattr(tp, "__set__") and not hasattr(tp, "__delete__")


def isroutine(obj):
    return isbuiltin(obj) or isfunction(obj) or ismethod(obj) or ismethoddescriptor(obj)


ismethodwrapper = isbuiltin


def isclass(obj):
    return isinstance(obj, type)


def ismodule(obj):
    return isinstance(obj, types.ModuleType)


def istraceback(obj):
    return isinstance(obj, types.TracebackType)


def isframe(obj):
    return isinstance(obj, _frame.frame)


def iscode(obj):
    return isinstance(obj, types.CodeType)


def isabstract(obj):
    return isclass(obj) and bool(getattr(obj, "__abstractmethods__", ()))


def isdatadescriptor(obj):
    if isclass(obj) or ismethod(obj) or isfunction(obj):
        return False
    return hasattr(type(obj), "__set__") or hasattr(type(obj), "__delete__")


def isgetsetdescriptor(obj):
    return False


ismemberdescriptor = isgetsetdescriptor


def getmodule(obj, _filename=None):
    if ismodule(obj):
        return obj
    return sys.modules.get(getattr(obj, "__module__", None))


def getmodulename(path):
    name = path.rpartition("/")[2]
    return name[:-3] if name.endswith(".py") else None


def getmembers(object, predicate=None):
    members = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            members.append((name, value))
    members.sort(key=lambda pair: pair[0])
    return members


def getmembers_static(object, predicate=None):
    found = [(n, getattr_static(object, n)) for n in dir(object)]
    return [(n, v) for n, v in found if predicate is None or predicate(v)]


Attribute = __import__("collections").namedtuple("Attribute", "name kind defining_class object")


def classify_class_attrs(cls):
    result = []
    for name in dir(cls):
        for home in cls.__mro__:
            if name in home.__dict__:
                obj = home.__dict__[name]
                if isinstance(obj, staticmethod):
                    kind = "static method"
                elif isinstance(obj, classmethod):
                    kind = "class method"
                elif isinstance(obj, property):
                    kind = "property"
                elif isroutine(obj):
                    kind = "method"
                else:
                    kind = "data"
                result.append(Attribute(name, kind, home, obj))
                break
    return result


def getattr_static(obj, attr, default=_mark):
    if not isinstance(obj, type):
        own = getattr(obj, "__dict__", {})
        if attr in own:
            return own[attr]
    for cls in (obj if isinstance(obj, type) else type(obj)).__mro__:
        if attr in cls.__dict__:
            return cls.__dict__[attr]
    if default is _mark:
        raise AttributeError(attr)
    return default


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    if doc is None and isinstance(object, (types.FunctionType, types.MethodType, property)):
        owner = getattr(getattr(object, "__self__", None), "__class__", None)
        for cls in owner.__mro__ if owner else ():
            doc = getattr(cls.__dict__.get(object.__name__), "__doc__", None)
            if doc is not None:
                break
    return cleandoc(doc) if isinstance(doc, str) else None


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    rest = [line for line in lines[1:] if line.strip()]
    margin = min([len(line) - len(line.lstrip(" ")) for line in rest]) if rest else 0
    lines = [lines[0].lstrip(" ")] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getcomments(object):
    return None


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    seen = {id(func)}
    f = func
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f"wrapper loop when unwrapping {f!r}")
        seen.add(id(func))
    return func


# ---- source


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
    text = _frames.text(file)
    if text is None:
        raise OSError("could not get source code")
    lines = text.splitlines(keepends=True)
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


def getcoroutinestate(coroutine):
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    return CORO_CLOSED if coroutine.cr_frame is None else CORO_CREATED


def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def getasyncgenstate(agen):
    if agen.ag_running:
        return AGEN_RUNNING
    if agen.ag_suspended:
        return AGEN_SUSPENDED
    return AGEN_CLOSED if agen.ag_frame is None else AGEN_CREATED


ClosureVars = __import__("collections").namedtuple("ClosureVars", "nonlocals globals builtins unbound")


# ---- signatures


class _empty:
    """Stands for what was not given."""


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = "positional-only"
    POSITIONAL_OR_KEYWORD = "positional or keyword"
    VAR_POSITIONAL = "variadic positional"
    KEYWORD_ONLY = "keyword-only"
    VAR_KEYWORD = "variadic keyword"

    def __new__(cls, description):
        member = int.__new__(cls, len(cls.__members__))
        member._value_ = len(cls.__members__)
        member.description = description
        return member

    def __str__(self):
        return self.name


_P, _PK, _VP, _KO, _VK = _ParameterKind


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class Parameter:
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _P, _PK, _VP, _KO, _VK
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self._kind = _ParameterKind(kind)
        if default is not _empty and self._kind in (_VP, _VK):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name
        self._default = default
        self._annotation = annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=_mark, kind=_mark, annotation=_mark, default=_mark):
        return type(self)(
            self._name if name is _mark else name, self._kind if kind is _mark else kind,
            default=self._default if default is _mark else default,
            annotation=self._annotation if annotation is _mark else annotation)

    __replace__ = replace

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += ": " + formatannotation(self._annotation)
        if self._default is not _empty:
            text += (" = " if self._annotation is not _empty else "=") + repr(self._default)
        return {_VP: "*", _VK: "**"}.get(self._kind, "") + text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name, self._kind, self._default, self._annotation) == (
            other._name, other._kind, other._default, other._annotation)

    def __hash__(self):
        return hash((self._name, self._kind))


class BoundArguments:
    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        out = []
        for name, p in self._signature.parameters.items():
            if p.kind in (_VK, _KO) or name not in self.arguments:
                break
            if p.kind == _VP:
                out.extend(self.arguments[name])
            else:
                out.append(self.arguments[name])
        return tuple(out)

    @property
    def kwargs(self):
        out = {}
        started = False
        for name, p in self._signature.parameters.items():
            if not started:
                if p.kind in (_VK, _KO):
                    started = True
                elif name not in self.arguments:
                    started = True
                    continue
                else:
                    continue
            if name in self.arguments:
                if p.kind == _VK:
                    out.update(self.arguments[name])
                else:
                    out[name] = self.arguments[name]
        return out

    def apply_defaults(self):
        made = {}
        for name, p in self._signature.parameters.items():
            if name in self.arguments:
                made[name] = self.arguments[name]
            elif p.default is not _empty:
                made[name] = p.default
            elif p.kind is _VP:
                made[name] = ()
            elif p.kind is _VK:
                made[name] = {}
        self.arguments = made

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __repr__(self):
        return f"<{type(self).__name__} ({', '.join([f'{k}={v!r}' for k, v in self.arguments.items()])})>"


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        made = {}
        top = _P
        for p in parameters or ():
            if __validate_parameters__:
                if p.kind < top:
                    raise ValueError(f"wrong parameter order: {top.description} parameter before "
                                     f"{p.kind.description} parameter")
                top = p.kind
                if p.name in made:
                    raise ValueError(f"duplicate parameter name: {p.name!r}")
            made[p.name] = p
        self._parameters = types.MappingProxyType(made)
        self._return_annotation = return_annotation

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return signature(obj, follow_wrapped=follow_wrapped)

    def replace(self, *, parameters=_mark, return_annotation=_mark):
        return type(self)(self._parameters.values() if parameters is _mark else parameters,
                          return_annotation=self._return_annotation if return_annotation is _mark else return_annotation)

    __replace__ = replace

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return list(self._parameters.items()) == list(other._parameters.items()) and (
            self._return_annotation == other._return_annotation)

    def __hash__(self):
        return hash(tuple(self._parameters))

    def _bind(self, args, kwargs, partial=False):
        arguments = {}
        args = list(args)
        kwargs = dict(kwargs)
        only = []
        for name, p in self._parameters.items():
            if p.kind == _VP:
                if args:
                    arguments[name] = tuple(args)
                    args = []
                continue
            if p.kind == _VK:
                continue
            if args and p.kind in (_P, _PK):
                if name in kwargs and p.kind == _PK:
                    raise TypeError(f"multiple values for argument {name!r}")
                arguments[name] = args.pop(0)
            elif name in kwargs and p.kind != _P:
                arguments[name] = kwargs.pop(name)
            else:
                if name in kwargs:
                    only.append(name)
                if p.default is _empty and not partial:
                    if name in kwargs:
                        raise TypeError(f"{name!r} parameter is positional only, but was passed as a keyword")
                    raise TypeError(f"missing a required argument: {name!r}")
        if args:
            raise TypeError("too many positional arguments")
        var = next((n for n, p in self._parameters.items() if p.kind == _VK), None)
        if kwargs:
            if var is not None:
                arguments[var] = kwargs
            elif only:
                raise TypeError("got some positional-only arguments passed as keyword arguments: "
                                + repr(", ".join(only)))
            else:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def format(self, *, max_width=None):
        result = []
        pos_only = False
        kw_sep = True
        for p in self._parameters.values():
            if p.kind == _P:
                pos_only = True
            elif pos_only:
                result.append("/")
                pos_only = False
            if p.kind == _VP:
                kw_sep = False
            elif p.kind == _KO and kw_sep:
                result.append("*")
                kw_sep = False
            result.append(str(p))
        if pos_only:
            result.append("/")
        text = f"({', '.join(result)})"
        if max_width is not None and len(text) > max_width:
            text = "(\n    " + ",\n    ".join(result) + "\n)"
        if self._return_annotation is not _empty:
            text += " -> " + formatannotation(self._return_annotation)
        return text

    def __str__(self):
        return self.format()

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"


def _of_function(f):
    code = f.__code__
    names = code.co_varnames
    defaults = f.__defaults__ or ()
    kwdefaults = f.__kwdefaults__ or {}
    notes = getattr(f, "__annotations__", {})
    n, only, kwonly = code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount
    out = []
    for i in range(n):
        d = i - (n - len(defaults))
        out.append(Parameter(names[i], _P if i < only else _PK, default=defaults[d] if d >= 0 else _empty,
                             annotation=notes.get(names[i], _empty)))
    at = n + kwonly
    if code.co_flags & CO_VARARGS:
        out.append(Parameter(names[at], _VP, annotation=notes.get(names[at], _empty)))
        at += 1
    for name in names[n:n + kwonly]:
        out.append(Parameter(name, _KO, default=kwdefaults.get(name, _empty), annotation=notes.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        out.append(Parameter(names[at], _VK, annotation=notes.get(names[at], _empty)))
    return Signature(out, return_annotation=notes.get("return", _empty), __validate_parameters__=False)


def _without_first(sig):
    params = list(sig.parameters.values())
    if not params or params[0].kind in (_VK, _KO):
        raise ValueError("invalid method signature")
    if params[0].kind != _VP:
        params = params[1:]
    return sig.replace(parameters=params)


_BUILTIN = {
    "len": "(obj, /)", "abs": "(x, /)", "sorted": "(iterable, /, *, key=None, reverse=False)", "sum": "(iterable, /, start=0)",
    "print": "(*args, sep=' ', end='\\n', file=None, flush=False)", "isinstance": "(obj, class_or_tuple, /)",
    "repr": "(obj, /)", "id": "(obj, /)", "hash": "(obj, /)", "callable": "(obj, /)", "round": "(number, ndigits=None)",
    "divmod": "(x, y, /)", "pow": "(base, exp, mod=None)", "ord": "(c, /)", "chr": "(i, /)", "input": "(prompt='', /)",
}


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if ismethod(obj):
        return _without_first(signature(obj.__func__))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or ismethod(f))
        if ismethod(obj):
            return signature(obj)
    own = getattr(obj, "__signature__", None)
    if own is not None and isinstance(own, Signature):
        return own
    if isfunction(obj):
        return _of_function(obj)
    if isinstance(obj, functools.partial):
        return _of_partial(obj)
    if isclass(obj):
        for name in ("__call__",):
            meta = type(obj)
            if meta is not type and isfunction(meta.__dict__.get(name)) and meta.__module__ != "enum":
                return _without_first(signature(meta.__dict__[name]))
        new, init = getattr_static(obj, "__new__", None), getattr_static(obj, "__init__", None)
        new = getattr(new, "__func__", new)
        for cls in obj.__mro__:
            if isfunction(init) and cls.__dict__.get("__init__") is init:
                return _without_first(signature(init))
            if isfunction(new) and getattr(cls.__dict__.get("__new__"), "__func__", cls.__dict__.get("__new__")) is new:
                return _without_first(signature(new))
        if object.__init__ is getattr(obj, "__init__", None) and obj.__module__ != "builtins":
            return Signature()
        raise ValueError(f"no signature found for builtin type {obj!r}")
    if isbuiltin(obj):
        text = _BUILTIN.get(obj.__name__)
        if text is None:
            raise ValueError(f"no signature found for builtin {obj!r}")
        return _parsed(text)
    call = getattr(type(obj), "__call__", None)
    if call is not None and isfunction(call):
        return _without_first(signature(call))
    raise ValueError(f"callable {obj!r} is not supported by signature")


def _parsed(text):
    out = []
    kind = _PK
    parts = text[1:-1].split(", ")
    if "/" in parts:
        kind = _P
    for part in parts:
        if part == "/":
            kind = _PK
        elif part == "*":
            kind = _KO
        elif part.startswith("*"):
            out.append(Parameter(part[1:], _VP))
            kind = _KO
        else:
            name, sep, value = part.partition("=")
            default = {"None": None, "False": False, "0": 0, "' '": " ", "''": "", "'\\n'": "\n"}.get(value, value)
            out.append(Parameter(name, kind, default=default if sep else _empty))
    return Signature(out)


def _of_partial(part):
    sig = signature(part.func)
    bound = sig.bind_partial(*part.args, **part.keywords).arguments
    out = []
    keyword = False
    for name, p in sig.parameters.items():
        if name in bound and p.kind in (_P, _PK) and name not in part.keywords:
            continue
        if name in part.keywords and p.kind in (_PK, _KO):
            keyword = True
            out.append(p.replace(default=part.keywords[name], kind=_KO))
        elif p.kind == _PK and keyword:
            out.append(p.replace(kind=_KO))
        elif p.kind == _VP and keyword:
            continue
        else:
            out.append(p)
    return sig.replace(parameters=out)


FullArgSpec = __import__("collections").namedtuple(
    "FullArgSpec", "args varargs varkw defaults kwonlyargs kwonlydefaults annotations")


def getfullargspec(func):
    sig = _of_function(_function(func)) if isfunction(_function(func)) else signature(func)
    args, varargs, varkw, defaults, kwonly, kwdefaults, notes = [], None, None, (), [], {}, {}
    if sig.return_annotation is not _empty:
        notes["return"] = sig.return_annotation
    for name, p in sig.parameters.items():
        if p.kind in (_P, _PK):
            args.append(name)
            if p.default is not _empty:
                defaults += (p.default,)
        elif p.kind == _VP:
            varargs = name
        elif p.kind == _KO:
            kwonly.append(name)
            if p.default is not _empty:
                kwdefaults[name] = p.default
        else:
            varkw = name
        if p.annotation is not _empty:
            notes[name] = p.annotation
    return FullArgSpec(args, varargs, varkw, defaults or None, kwonly, kwdefaults or None, notes)


def getcallargs(func, /, *positional, **named):
    sig = signature(func)
    bound = sig.bind(*positional, **named)
    bound.apply_defaults()
    return dict(bound.arguments)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if isinstance(obj, type):
        return dict(obj.__dict__.get("__annotations__", {}))
    return dict(getattr(obj, "__annotations__", None) or {})


def getclosurevars(func):
    code = _function(func).__code__
    cells = _function(func).__closure__ or ()
    names = getattr(code, "co_freevars", ())
    return ClosureVars({n: c.cell_contents for n, c in zip(names, cells)}, {}, {}, set())


def getclasstree(classes, unique=False):
    children = {}
    roots = []
    for c in classes:
        for parent in c.__bases__ or ():
            children.setdefault(parent, [])
            if c not in children[parent]:
                children[parent].append(c)
            if unique and parent in classes:
                break
        if not c.__bases__ and c not in roots:
            roots.append(c)
    for parent in children:
        if parent not in classes and parent not in roots:
            roots.append(parent)

    def walk(found):
        results = []
        for c in sorted(found, key=lambda c: (c.__module__, c.__name__)):
            results.append((c, c.__bases__))
            if c in children:
                results.append(walk(children[c]))
        return results

    return walk(roots)


class BlockFinder:
    pass
