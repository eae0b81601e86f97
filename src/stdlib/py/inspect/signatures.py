# Signatures: their parts, and how they are found.


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
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind")
        if default is not _empty and self._kind in (_VP, _VK):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name
        self._default = default
        self._annotation = annotation

    def __reduce__(self):
        return type(self), (self._name, self._kind), {"_default": self._default, "_annotation": self._annotation}

    def __setstate__(self, state):
        self._default = state["_default"]
        self._annotation = state["_annotation"]

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
        if self is other:
            return True
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name, self._kind, self._default, self._annotation) == (
            other._name, other._kind, other._default, other._annotation)

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))


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
        seen_default = False
        for p in () if parameters is None else parameters:
            if __validate_parameters__:
                if p.kind < top:
                    raise ValueError(f"wrong parameter order: {top.description} parameter before "
                                     f"{p.kind.description} parameter")
                top = p.kind
                if top in (_P, _PK):
                    if p.default is not _empty:
                        seen_default = True
                    elif seen_default:
                        raise ValueError("non-default argument follows default argument")
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

    def __reduce__(self):
        return type(self), (tuple(self._parameters.values()),), {"_return_annotation": self._return_annotation}

    def __setstate__(self, state):
        self._return_annotation = state["_return_annotation"]

    def _hash_basis(self):
        """What keyword-only parameters say counts, their order does not."""
        only = {p.name: p for p in self._parameters.values() if p.kind == _KO}
        return tuple([p for p in self._parameters.values() if p.kind != _KO]), only, self._return_annotation

    def __hash__(self):
        params, only, returned = self._hash_basis()
        return hash((params, frozenset(only.values()), returned))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Signature):
            return NotImplemented
        return self._hash_basis() == other._hash_basis()

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


class _Factory:
    def __repr__(self):
        return "<factory>"


def _of_dataclass(f):
    """`__init__` of a dataclass takes what its fields say."""
    out = [Parameter("self", _PK)]
    for field in sorted(f._taken, key=lambda field: field.kw_only):
        default = _empty if field.default is sys.modules["dataclasses"].MISSING else field.default
        if field.default_factory is not sys.modules["dataclasses"].MISSING:
            default = _Factory()
        out.append(Parameter(field.name, _KO if field.kw_only else _PK, default=default, annotation=field.type))
    return Signature(out, return_annotation=None, __validate_parameters__=False)


def _of_function(f, notes=None):
    if hasattr(f, "_taken") and "dataclasses" in sys.modules:
        return _of_dataclass(f)
    code = f.__code__
    names = code.co_varnames
    defaults = f.__defaults__ or ()
    kwdefaults = f.__kwdefaults__ or {}
    notes = getattr(f, "__annotations__", {}) if notes is None else notes
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
        return _of_function(obj, get_annotations(obj, globals=globals, locals=locals, eval_str=True) if eval_str else None)
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
    given = sig.bind_partial(*positional, **named).arguments
    missing = [repr(p.name) for p in sig.parameters.values() if p.default is _empty and p.kind < 2 and p.name not in given]
    if missing:
        n, last = len(missing), missing[-1]
        names = last if n == 1 else f"{missing[0]} and {last}" if n == 2 else f"{', '.join(missing[:-1])}, and {last}"
        raise TypeError(f"{func.__name__}() missing {n} required positional argument{'s' if n > 1 else ''}: {names}")
    bound = sig.bind(*positional, **named)
    bound.apply_defaults()
    return dict(bound.arguments)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if isinstance(obj, type):
        notes, own = dict(obj.__dict__.get("__annotations__", {})), dict(vars(obj))
    else:
        notes, own = dict(getattr(obj, "__annotations__", None) or {}), None
    if eval_str:
        if globals is None:
            inner = unwrap(obj)
            module = sys.modules.get(getattr(obj, "__module__", None))
            globals = getattr(inner, "__globals__", None) or (vars(module) if module else {})
        locals = own if locals is None else locals
        notes = {k: eval(v, globals, locals) if isinstance(v, str) else v for k, v in notes.items()}
    return notes


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


Arguments = __import__("collections").namedtuple("Arguments", "args varargs varkw")


def getargs(co):
    if not iscode(co):
        raise TypeError(f"{co!r} is not a code object")
    names, n = co.co_varnames, co.co_argcount
    k = n + co.co_kwonlyargcount
    varargs = names[k] if co.co_flags & 4 else None
    varkw = names[k + bool(varargs)] if co.co_flags & 8 else None
    return Arguments(list(names[:n]) + list(names[n:k]), varargs, varkw)
