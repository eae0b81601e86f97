"""Questions about functions, coroutines and classes."""

import types

CO_GENERATOR, CO_COROUTINE, CO_ASYNC_GENERATOR = 32, 128, 512
_empty = type("_empty", (), {})


def _function(obj):
    while hasattr(obj, "__wrapped__") or hasattr(obj, "__func__") or hasattr(obj, "func"):
        if hasattr(obj, "__func__"):
            obj = obj.__func__
        elif hasattr(obj, "func"):
            obj = obj.func
        else:
            break
    return obj


def _flags(obj):
    code = getattr(_function(obj), "__code__", None)
    return getattr(code, "co_flags", 0)


def iscoroutinefunction(obj):
    return bool(_flags(obj) & CO_COROUTINE) or getattr(obj, "_is_coroutine_mark", None) is not None


def markcoroutinefunction(func):
    func._is_coroutine_mark = True
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
    return isinstance(obj, types.MethodType)


def isbuiltin(obj):
    return isinstance(obj, types.BuiltinFunctionType)


def isroutine(obj):
    return isfunction(obj) or ismethod(obj) or isbuiltin(obj)


def isclass(obj):
    return isinstance(obj, type)


def ismodule(obj):
    return isinstance(obj, types.ModuleType)


def istraceback(obj):
    return isinstance(obj, types.TracebackType)


def iscode(obj):
    return isinstance(obj, types.CodeType)


def isabstract(obj):
    return isclass(obj) and bool(getattr(obj, "__abstractmethods__", ()))


def isdatadescriptor(obj):
    return hasattr(type(obj), "__set__") or hasattr(type(obj), "__delete__")


def getmodule(obj):
    import sys

    return sys.modules.get(getattr(obj, "__module__", None))


def getmembers(obj, predicate=None):
    members = [(name, getattr(obj, name)) for name in dir(obj)]
    return sorted([m for m in members if predicate is None or predicate(m[1])])


def getdoc(obj):
    doc = getattr(obj, "__doc__", None)
    return cleandoc(doc) if isinstance(doc, str) else None


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    rest = [line for line in lines[1:] if line.strip()]
    margin = min([len(line) - len(line.lstrip()) for line in rest]) if rest else 0
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
    return func


CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = (
    "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED",
)
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"


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


def __getattr__(name):
    import _machine

    known = ("signature", "currentframe", "stack", "trace", "getsource", "getsourcelines", "getfile", "Signature",
             "Parameter", "getfullargspec", "getargspec", "getouterframes", "getinnerframes", "getsourcefile")
    if name in known:
        _machine.unsupported("inspect." + name + " is not supported")
    raise AttributeError("module 'inspect' has no attribute '" + name + "'")
