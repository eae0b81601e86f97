"""Warnings: filters, texts, and where they are shown."""

import _frames
import _machine
import sys

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings",
           "catch_warnings", "deprecated"]
onceregistry = {}
defaultaction = "default"
_registries = {}
_ACTIONS = ("default", "error", "ignore", "always", "all", "module", "once")


def _default_filters():
    return [
        ("default", None, DeprecationWarning, "__main__", 0),
        ("ignore", None, DeprecationWarning, None, 0),
        ("ignore", None, PendingDeprecationWarning, None, 0),
        ("ignore", None, ImportWarning, None, 0),
        ("ignore", None, ResourceWarning, None, 0),
    ]


filters = _default_filters()


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, "
                f"lineno : {self.lineno}, line : {self.line!r}}}")


def formatwarning(message, category, filename, lineno, line=None):
    if line is None:
        import linecache

        line = linecache.getline(filename, lineno)
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    line = line.strip()
    return text + "  " + line + "\n" if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    if file is None:
        file = sys.stderr
    file.write(formatwarning(message, category, filename, lineno, line))


_showwarning_orig = showwarning


def _showwarnmsg(msg):
    showwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)
    if msg.source is not None and showwarning is _showwarning_orig:
        sys.stderr.write(f"{msg._category_name}: Enable tracemalloc to get the object allocation traceback\n")


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    places = _frames.here()
    if skip_file_prefixes:
        stacklevel = max(2, stacklevel)
    if 1 <= stacklevel <= len(places):
        place = places[stacklevel - 1]
        module = place[9].get("__name__", "<string>")
        warn_explicit(message, category, place[1], place[3], module, source=source)
    else:
        warn_explicit(message, category, "<sys>", 0, "sys", source=source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    _explicit(message, category, filename, lineno, module, registry, source)


def _explicit(message, category, filename, lineno, module, registry, source, line=None):
    if module is None:
        module = filename[:-3] if filename[-3:].lower() == ".py" else filename or "<unknown>"
    if registry is None:
        registry = _registries.setdefault(module, {})
    if registry.get("version") is not _version:
        registry.clear()
        registry["version"] = _version
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    key = (text, category, lineno)
    if registry.get(key):
        return
    for action, msg, cat, mod, ln in filters:
        if (msg is None or msg.match(text)) and issubclass(category, cat) and (
            mod is None or (mod == module if isinstance(mod, str) else mod.match(module))
        ) and (ln == 0 or lineno == ln):
            break
    else:
        action = defaultaction
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action == "once":
        registry[key] = 1
        once = (text, category)
        if onceregistry.get(once):
            return
        onceregistry[once] = 1
    elif action == "module":
        registry[key] = 1
        other = (text, category, 0)
        if registry.get(other):
            return
        registry[other] = 1
    elif action == "default":
        registry[key] = 1
    elif action not in ("always", "all"):
        raise RuntimeError(f"Unrecognized action ({action!r}) in warnings.filters:\n {(action, msg, cat, mod, ln)}")
    _showwarnmsg(WarningMessage(message, category, filename, lineno, line=line, source=source))


def _warn_unawaited_coroutine(coro, inside=False):
    text = f"coroutine '{coro.__qualname__}' was never awaited"
    coro.close()
    if inside:
        # What a task's coroutine held goes when the loop's step is over.
        _explicit(text, RuntimeWarning, "/usr/lib/python3.13/asyncio/events.py", 89, "asyncio.events", None, coro,
                  "self._context.run(self._callback, *self._args)")
    else:
        warn(text, RuntimeWarning, 1, coro)


_version = object()


def _filters_mutated():
    global _version
    _version = object()


def _add(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _filters_mutated()


def _check(action, category, lineno):
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")
    if not isinstance(lineno, int):
        raise TypeError("lineno must be an int")
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    _check(action, category, lineno)
    if not isinstance(message, str):
        raise TypeError("message must be a string")
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError("category must be a Warning subclass")
    if message or module:
        import re
    message = re.compile(message, re.I) if message else None
    module = re.compile(module) if module else None
    _add((action, message, category, module, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check(action, category, lineno)
    _add((action, None, category, None, lineno), append)


def resetwarnings():
    filters[:] = []
    _filters_mutated()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = sys.modules["warnings"] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = []
        if self._record:
            args.append("record=True")
        if self._module is not sys.modules["warnings"]:
            args.append("module=" + repr(self._module))
        return f"{type(self).__name__}({', '.join(args)})"

    def __enter__(self):
        global filters, showwarning, _showwarnmsg
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        self._saved = filters, showwarning, _showwarnmsg
        filters = filters[:]
        _filters_mutated()
        log = None
        if self._record:
            log = []
            _showwarnmsg = log.append
            showwarning = _showwarning_orig
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        global filters, showwarning, _showwarnmsg
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        filters, showwarning, _showwarnmsg = self._saved
        _filters_mutated()


class deprecated:
    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        import functools

        msg, category, level = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = msg
            return arg
        if isinstance(arg, type):
            original = arg.__new__

            def __new__(cls, /, *args, **kwargs):
                if cls is arg:
                    warn(msg, category=category, stacklevel=level)
                if original is not object.__new__:
                    return original(cls, *args, **kwargs)
                if cls.__init__ is object.__init__ and (args or kwargs):
                    raise TypeError(f"{cls.__name__}() takes no arguments")
                return original(cls)

            arg.__new__ = staticmethod(__new__)
            arg.__deprecated__ = msg
            return arg

        @functools.wraps(arg)
        def wrapper(*args, **kwargs):
            warn(msg, category=category, stacklevel=level)
            return arg(*args, **kwargs)

        arg.__deprecated__ = wrapper.__deprecated__ = msg
        return wrapper
