"""Variables that belong to a context: C in CPython."""

import _loop
from _loop import Context, copy_context, context as _context


class Token:
    MISSING = type("MISSING", (), {"__repr__": lambda self: "<Token.MISSING>"})()

    def __init__(self, context, var, old_value):
        self._context = context
        self.var = var
        self.old_value = old_value
        self._used = False

    def __repr__(self):
        used = " used" if self._used else ""
        return f"<Token{used} var={self.var!r} at {id(self):#x}>"


_MISSING = Token.MISSING


class ContextVar:
    def __init__(self, name, /, *, default=_MISSING):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self.name = name
        self._default = default

    def get(self, default=_MISSING, /):
        value = _context()._values.get(self, _MISSING)
        if value is not _MISSING:
            return value
        if default is not _MISSING:
            return default
        if self._default is not _MISSING:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        context = _context()
        token = Token(context, self, context._values.get(self, _MISSING))
        # A copy, since contexts share what neither has changed.
        context._values = {**context._values, self: value}
        return token

    def reset(self, token, /):
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token.var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        context = _context()
        if token._context is not context:
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        values = dict(context._values)
        if token.old_value is _MISSING:
            values.pop(self, None)
        else:
            values[self] = token.old_value
        context._values = values

    def __repr__(self):
        default = "" if self._default is _MISSING else f" default={self._default!r}"
        return f"<ContextVar name={self.name!r}{default} at {id(self):#x}>"

    def __class_getitem__(cls, item):
        return cls


def _run(self, callable, /, *args, **kwargs):
    outer = self._enter()
    if outer is None:
        raise RuntimeError(f"cannot enter context: {self!r} is already entered")
    try:
        return callable(*args, **kwargs)
    finally:
        self._leave(outer)


def _key(var):
    if not isinstance(var, ContextVar):
        raise TypeError(f"a ContextVar key was expected, got {var!r}")


class _Mapping:
    def get(self, var, default=None, /):
        _key(var)
        return self._values.get(var, default)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()

    def __getitem__(self, var):
        _key(var)
        return self._values[var]

    def __contains__(self, var):
        _key(var)
        return var in self._values

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def __eq__(self, other):
        return isinstance(other, Context) and self._values == other._values

    def __repr__(self):
        return f"<_contextvars.Context object at {id(self):#x}>"


_loop.adopt(Context, "run", _run)
for _name in ("get", "keys", "values", "items", "__getitem__", "__contains__", "__iter__", "__len__", "__eq__", "__repr__"):
    _loop.adopt(Context, _name, getattr(_Mapping, _name))
