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
    if getattr(_function(obj), "_is_coroutine_mark", None) is True:
        return True
    return bool(_flags(obj) & CO_COROUTINE)


def markcoroutinefunction(func):
    _function(func)._is_coroutine_mark = True
    return func


def isgeneratorfunction(obj):
    return bool(_flags(obj) & CO_GENERATOR)


def isasyncgenfunction(obj):
    return bool(_flags(obj) & CO_ASYNC_GENERATOR)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    return isinstance(object, types.CoroutineType) or hasattr(type(object), "__await__")


def isfunction(object):
    return isinstance(object, types.FunctionType)


def ismethod(object):
    return isinstance(object, types.MethodType) and isinstance(object.__func__, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    tp = type(object)
    return hasattr(tp, "__get__") and not hasattr(tp, "__set__") and not hasattr(tp, "__delete__")


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


ismethodwrapper = isbuiltin


def isclass(object):
    return isinstance(object, type)


def ismodule(object):
    return isinstance(object, types.ModuleType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isframe(object):
    return isinstance(object, _frame.frame)


def iscode(object):
    return isinstance(object, types.CodeType)


def isabstract(object):
    return isclass(object) and bool(getattr(object, "__abstractmethods__", ()))


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def isgetsetdescriptor(object):
    return False


ismemberdescriptor = isgetsetdescriptor


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, "__module__", None))


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
    func = object.fget if isinstance(object, property) else object
    if doc is None and isinstance(func, (types.FunctionType, types.MethodType)):
        owner = sys.modules.get(func.__module__)
        for name in func.__qualname__.split(".")[:-1]:
            owner = getattr(owner, name, None)
        if ismethod(func):
            owner = func.__self__ if isclass(func.__self__) else type(func.__self__)
        for cls in owner.__mro__ if isclass(owner) else ():
            doc = getattr(cls.__dict__.get(func.__name__), "__doc__", None)
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
    try:
        lines, at = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        start = 1 if lines and lines[0][:2] == "#!" else 0
        while start < len(lines) and lines[start].strip() in ("", "#"):
            start += 1
        end = start
        while end < len(lines) and lines[end][:1] == "#":
            end += 1
        return "".join([line.expandtabs() for line in lines[start:end]]) if end > start else None
    indent = len(lines[at]) - len(lines[at].lstrip())
    start = at
    while start > 0 and lines[start - 1].lstrip()[:1] == "#" and len(lines[start - 1]) - len(lines[start - 1].lstrip()) == indent:
        start -= 1
    found = [line.expandtabs().lstrip() for line in lines[start:at]]
    while found and found[0].strip() == "#":
        found.pop(0)
    while found and found[-1].strip() == "#":
        found.pop()
    return "".join(found) if found else None


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
