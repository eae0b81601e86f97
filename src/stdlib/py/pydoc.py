"""What `help()` prints: the text about a function, a class or a module of the program."""

import _machine
import builtins
import inspect
import sys

_RULE = "-" * 70
_HIDDEN = {"__builtins__", "__doc__", "__file__", "__module__", "__name__", "__package__", "__path__", "__qualname__",
           "__slots__", "__version__", "__static_attributes__", "__firstlineno__", "__annotations__", "__spec__",
           "__loader__", "__cached__", "__author__", "__credits__", "__date__", "__all__"}
_OFTEN = {"__init__": "Initialize self.  See help(type(self)) for accurate signature.",
          "__repr__": "Return repr(self).", "__str__": "Return str(self).", "__eq__": "Return self==value.",
          "__ne__": "Return self!=value.", "__lt__": "Return self<value.", "__le__": "Return self<=value.",
          "__gt__": "Return self>value.", "__ge__": "Return self>=value.", "__hash__": "Return hash(self).",
          "__iter__": "Implement iter(self).", "__next__": "Implement next(self).", "__len__": "Return len(self).",
          "__getitem__": "Return self[key].", "__setitem__": "Set self[key] to value.",
          "__delitem__": "Delete self[key].", "__contains__": "Return bool(key in self).",
          "__add__": "Return self+value.", "__sub__": "Return self-value.", "__mul__": "Return self*value.",
          "__truediv__": "Return self/value.", "__neg__": "-self", "__bool__": "True if self else False",
          "__call__": "Call self as a function.",
          "__dict__": "dictionary for instance variables", "__weakref__": "list of weak references to the object"}


def _is_routine(object):
    return isinstance(object, (staticmethod, classmethod)) or not isinstance(object, property) and inspect.isroutine(object)


def isdata(object):
    return not (inspect.ismodule(object) or inspect.isclass(object) or _is_routine(object)
                or inspect.isframe(object) or inspect.istraceback(object) or inspect.iscode(object))


def visiblename(name, all=None, obj=None):
    if name in _HIDDEN:
        return False
    if name.startswith("__") and name.endswith("__"):
        return True
    if all is not None:
        return name in all
    return not name.startswith("_")


def classname(object, modname):
    if object.__module__ != modname:
        return object.__module__ + "." + object.__name__
    return object.__name__


def getdoc(object):
    text = inspect.getdoc(object)
    if text is None and inspect.isfunction(object):
        text = _OFTEN.get(object.__name__) if "." in object.__qualname__ else None
    if text is None:
        text = inspect.getcomments(object) if _is_routine(object) or inspect.isclass(object) else None
    return (text or "").rstrip()


def splitdoc(doc):
    lines = doc.strip().split("\n")
    if len(lines) == 1:
        return lines[0], ""
    if not lines[1].rstrip():
        return lines[0], "\n".join(lines[2:])
    return "", "\n".join(lines)


def plain(text):
    """Without the backspaces of bold letters."""
    out = []
    for c in text:
        if c == "\b":
            out.pop()
        else:
            out.append(c)
    return "".join(out)


def _indent(text, prefix="    "):
    return "\n".join([(prefix + line).rstrip() for line in text.split("\n")])


def _section(title, text):
    return title + "\n" + _indent(text).rstrip() + "\n\n"


def _arguments(object):
    try:
        return str(inspect.signature(object))
    except (ValueError, TypeError):
        return "(...)"


def _routine(object, name, mod=None, cls=None):
    """`name(arguments)` and its text, indented."""
    real = getattr(object, "__name__", name)
    func = object.__func__ if isinstance(object, (staticmethod, classmethod)) else object
    note, title = "", name if real == name else name + " = " + real
    if inspect.ismethod(object) and inspect.isclass(object.__self__) and cls is None:
        note = " class method of " + classname(object.__self__, mod)
    elif inspect.ismethod(object) and cls is None:
        note = " method of " + classname(type(object.__self__), mod) + " instance"
    if real == "<lambda>":
        title = name + " lambda "
        arguments = _arguments(object)[1:-1]
    else:
        arguments = _arguments(func)
    if cls is not None and isinstance(object, classmethod):
        arguments = _arguments(getattr(cls, name))
    head = "async " if inspect.iscoroutinefunction(func) or inspect.isasyncgenfunction(func) else ""
    lines = head + title + arguments + note + "\n"
    doc = getdoc(func)
    return lines + (_indent(doc) + "\n" if doc else "")


def _datum(name, doc):
    return name + "\n" + (_indent(doc) + "\n" if doc else "") + "\n"


def _value(object, name, longest=None):
    shown = repr(object)
    if longest:
        room = longest - len(name + " = ")
        if len(shown) > room:
            shown = shown[:room] + "..."
    return name + " = " + shown


def _attributes(cls):
    """(name, kind, home, value) by name."""
    out = []
    names = {n for base in cls.__mro__ for n in base.__dict__}
    plainly = object not in cls.__bases__ and any(["__slots__" not in b.__dict__ for b in cls.__mro__[:-1]])
    if not _native(cls) and (plainly or "__slots__" not in cls.__dict__):
        names |= {"__dict__", "__weakref__"}
    for name in sorted(names):
        home = next((b for b in cls.__mro__ if name in b.__dict__), None)
        if name in ("__dict__", "__weakref__") or home is None:
            bases = [b for b in cls.__mro__ if not _native(b)]
            if not bases:
                continue
            home, value, kind = bases[-1], None, "data descriptor"
        else:
            value = home.__dict__[name]
            if isinstance(value, staticmethod) or (name == "__new__" and inspect.isfunction(value)):
                kind = "static method"
            elif isinstance(value, classmethod) or name in ("__init_subclass__", "__class_getitem__"):
                kind = "class method"
            elif isinstance(value, property):
                kind = "readonly property" if value.fset is None and value.fdel is None else "data descriptor"
            elif _is_routine(value):
                kind = "method"
            elif hasattr(type(value), "__set__") or hasattr(type(value), "__delete__"):
                kind = "data descriptor"
            elif hasattr(type(value), "func") and type(value).__name__ == "cached_property":
                kind = "data descriptor"
            else:
                kind = "data"
        out.append((name, kind, home, value))
    return out


def _native(cls):
    return cls.__module__ == "builtins"


def _class(object, name=None, mod=None):
    real = object.__name__
    name = name or real
    bases = object.__bases__
    title = "class " + real if name == real else name + " = class " + real
    if bases:
        title += "(" + ", ".join([classname(b, object.__module__) for b in bases]) + ")"
    lines = []
    signature = _arguments(object) if not _native(object) else "(...)"
    if signature not in ("(...)", "()"):
        lines.append(name + signature + "\n\n")
    elif signature == "()" and not _native(object):
        lines.append("")
    doc = getdoc(object) if object.__doc__ else ""
    if doc:
        lines.append(doc + "\n\n")
    mro = list(object.__mro__)
    if len(mro) > 2:
        lines.append("Method resolution order:\n")
        lines += ["    " + classname(b, object.__module__) + "\n" for b in mro]
        lines.append("\n")
    attributes = [a for a in _attributes(object) if visiblename(a[0], obj=object)]
    first = True
    for home in mro:
        here = [a for a in attributes if a[2] is home]
        if home is builtins.object or not here:
            continue
        where = "defined here:" if home is object else "inherited from " + classname(home, object.__module__) + ":"
        for heading, kind in (("Methods", "method"), ("Class methods", "class method"), ("Static methods", "static method"),
                              ("Readonly properties", "readonly property"), ("Data descriptors", "data descriptor"),
                              ("Data and other attributes", "data")):
            found = [a for a in here if a[1] == kind]
            if not found:
                continue
            if not first:
                lines.append(_RULE + "\n")
            first = False
            lines.append(heading + " " + where + "\n\n")
            for attribute, _, _, value in found:
                lines.append(_member(object, attribute, kind, value))
    text = "".join(lines)
    if not text:
        return title + "\n"
    return title + "\n" + _indent(text.rstrip(), " |  ") + "\n"


def _member(cls, name, kind, value):
    if kind in ("method", "class method", "static method"):
        return _routine(value, name, cls.__module__, cls) + "\n" if callable(value) or kind != "method" else name + "\n\n"
    if kind == "data":
        return _value(getattr(cls, name, value), name) + "\n\n"
    if isinstance(value, property):
        return _datum(name, inspect.getdoc(value) or "")
    return _datum(name, _OFTEN.get(name) or (inspect.getdoc(value) if value is not None else "") or "")


def _module(object):
    name = object.__name__
    head, rest = splitdoc(getdoc(object)) if object.__doc__ else ("", "")
    out = _section("NAME", name + (" - " + head if head else ""))
    if rest:
        out += _section("DESCRIPTION", rest)
    all = getattr(object, "__all__", None)
    own = lambda v: all is not None or (inspect.getmodule(v) or object) is object
    members = [(n, v) for n, v in inspect.getmembers(object) if visiblename(n, all, object)]
    classes = [(n, v) for n, v in members if inspect.isclass(v) and own(v)]
    routines = [(n, v) for n, v in members if _is_routine(v) and (inspect.isbuiltin(v) or own(v))]
    data = [(n, v) for n, v in members if isdata(v)]
    if classes:
        tree = _tree([v for _, v in classes], name)
        out += _section("CLASSES", tree + "\n\n" + "\n".join([_class(v, n, name) for n, v in classes]))
    if routines:
        out += _section("FUNCTIONS", "\n".join([_routine(v, n, name) for n, v in routines]))
    if data:
        out += _section("DATA", "\n".join([_value(v, n, 70) for n, v in data]))
    if hasattr(object, "__version__"):
        out += _section("VERSION", str(object.__version__))
    if hasattr(object, "__author__"):
        out += _section("AUTHOR", str(object.__author__))
    return out + _section("FILE", getattr(object, "__file__", None) or "(built-in)")


def _tree(classes, modname):
    known = {}
    roots = []
    for cls in classes:
        for base in cls.__bases__:
            known.setdefault(base, []).append(cls)
            if base not in classes and base not in roots:
                roots.append(base)
    key = lambda c: (c.__module__, c.__name__)
    lines = []
    todo = [(c, None, 0) for c in sorted(roots, key=key, reverse=True)]
    while todo:
        cls, parent, depth = todo.pop()
        line = "    " * depth + classname(cls, modname)
        bases = cls.__bases__
        if parent is not None and bases != (parent,):
            line += "(" + ", ".join([classname(b, modname) for b in bases]) + ")"
        lines.append(line)
        todo += [(c, cls, depth + 1) for c in sorted(known.get(cls, ()), key=key, reverse=True)]
    return "\n".join(lines)


def describe(thing):
    if inspect.ismodule(thing):
        return ("built-in module " if not hasattr(thing, "__file__") else "package " if hasattr(thing, "__path__") else "module ") + thing.__name__
    if inspect.isbuiltin(thing):
        return "built-in function " + thing.__name__
    if isinstance(thing, property):
        return "property"
    if inspect.isclass(thing):
        return "class " + thing.__name__
    if inspect.isfunction(thing):
        return "function " + thing.__name__
    if inspect.ismethod(thing):
        return "method " + thing.__name__
    return type(thing).__name__


def resolve(thing):
    """The object of a dotted name, or the object itself, with its name."""
    if not isinstance(thing, str):
        name = getattr(thing, "__name__", None)
        return thing, name if isinstance(name, str) else None
    head, *rest = thing.split(".")
    if hasattr(builtins, head) and not rest:
        return getattr(builtins, head), thing
    found = None
    try:
        found = getattr(builtins, head) if hasattr(builtins, head) else __import__(head)
        for i, part in enumerate(rest):
            if not hasattr(found, part):
                __import__(".".join([head, *rest[:i + 1]]))
            found = getattr(found, part)
    except (ImportError, AttributeError):
        raise ImportError(
            f"No Python documentation found for {thing!r}.\nUse help() to get the interactive help utility.\n"
            "Use help(str) for help on the str class."
        ) from None
    return found, thing


def render_doc(thing, title="Python Library Documentation: %s", forceload=0, renderer=None):
    object, name = resolve(thing)
    desc = describe(object)
    module = inspect.getmodule(object)
    if name and "." in name:
        desc += " in " + name[: name.rfind(".")]
    elif inspect.isbuiltin(object) and object.__module__:
        desc += " in module " + object.__module__
    elif module and module is not object:
        desc += " in module " + module.__name__
    kinds = inspect.ismodule(object) or inspect.isclass(object) or _is_routine(object) or isinstance(object, property)
    if not kinds:
        object = type(object)
        desc += " object"
    if inspect.ismodule(object):
        body = _module(object)
    elif inspect.isclass(object):
        body = _class(object, name if isinstance(name, str) and "." not in name and kinds else None)
    elif isinstance(object, property):
        body = _datum(name or "", getdoc(object))
    else:
        body = _routine(object, (name or object.__name__).rpartition(".")[2])
    return title % desc + "\n\n" + body


def doc(thing, title="Python Library Documentation: %s", forceload=0, output=None, is_cli=False):
    try:
        text = render_doc(thing, title)
    except ImportError as exc:
        text = str(exc) + "\n"
    (output or sys.stdout).write(text + "\n")


class Helper:
    def __repr__(self):
        return "<pydoc.Helper instance>"

    def __call__(self, *request):
        if not request:
            _machine.unsupported("help() without an argument is not supported: it asks at a terminal")
        self.help(request[0])

    def help(self, request):
        doc(request, "Help on %s:")


help = Helper()
