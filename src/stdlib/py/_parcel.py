"""Objects to bytes and back between processes, in an encoding of our own that is quick. `pickle` writes CPython's."""

import _pickler

class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


PickleError.__module__ = PicklingError.__module__ = UnpicklingError.__module__ = "_pickle"


def _newobj(cls, *args):
    return cls.__new__(cls, *args)


def _newobj_ex(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _filled(func, args, state, items, pairs):
    obj = func(*args)
    if state is not None:
        _build(obj, state)
    if items is not None:
        for item in items:
            obj.append(item)
    if pairs is not None:
        for key, value in pairs:
            obj[key] = value
    return obj


def _own(cls, name):
    """A method that the class or a base in Python defines, else None."""
    found = getattr(cls, name, None)
    return None if found is None or found is getattr(object, name, None) else found


def _reduce(obj):
    """`(func, args, state)` for an object that has a say in how it is pickled."""
    cls = type(obj)
    if _own(cls, "__reduce_ex__") is not None and not isinstance(obj, BaseException):
        made = obj.__reduce_ex__(4)
    elif _own(cls, "__reduce__") is not None and (
        not isinstance(obj, BaseException) or cls.__reduce__ is not getattr(BaseException, "__reduce__", None)
    ):
        made = obj.__reduce__()
    elif isinstance(obj, BaseException):
        return (cls, obj.args, dict(obj.__dict__) or None)
    else:
        getstate = _own(cls, "__getstate__")
        state = getstate(obj) if getstate is not None else (dict(getattr(obj, "__dict__", ())) or None)
        if _own(cls, "__getnewargs_ex__") is not None:
            args, kwargs = obj.__getnewargs_ex__()
            return (_newobj_ex, (cls, args, kwargs), state)
        args = obj.__getnewargs__() if _own(cls, "__getnewargs__") is not None else ()
        if isinstance(obj, (list, dict)):
            items = list(obj) if isinstance(obj, list) else None
            pairs = list(obj.items()) if isinstance(obj, dict) else None
            return (_filled, (_newobj, (cls,) + tuple(args), state, items, pairs), None)
        if not args and isinstance(obj, (int, float, str, bytes, tuple, set, frozenset)):
            for base in (int, float, str, bytes, tuple, set, frozenset):
                if isinstance(obj, base):
                    args = (base(obj),)
        return (_newobj, (cls,) + tuple(args), state)
    if isinstance(made, str):
        return (getattr(obj, "__module__", None) or "__main__", made)
    if not isinstance(made, tuple) or not 2 <= len(made) <= 6:
        raise PicklingError("__reduce__ must return a string or tuple")
    func, args = made[0], made[1]
    if not callable(func):
        raise PicklingError("first item of the tuple returned by __reduce__ must be callable")
    if not isinstance(args, tuple):
        raise PicklingError("second item of the tuple returned by __reduce__ must be a tuple")
    state = made[2] if len(made) > 2 else None
    items = list(made[3]) if len(made) > 3 and made[3] is not None else None
    pairs = list(made[4]) if len(made) > 4 and made[4] is not None else None
    if items is not None or pairs is not None:
        return (_filled, (func, args, state, items, pairs), None)
    return (func, args, state)


def _build(obj, state):
    setstate = getattr(obj, "__setstate__", None)
    if setstate is not None and _own(type(obj), "__setstate__") is not None:
        setstate(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state:
        for key, value in state.items():
            object.__setattr__(obj, key, value)
    if slots:
        for key, value in slots.items():
            setattr(obj, key, value)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    made = []
    while True:
        data = _pickler.encode(obj, made)
        kind = type(data)
        if kind is bytes:
            return data
        if kind is str:
            raise PicklingError(data)
        for item in data:
            made.append(item)
            made.append(_reduce(item))


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    if not data:
        raise EOFError("Ran out of input")
    if bytes(data[:1]) == b"\x80":
        import pickle

        return pickle.loads(data)
    return _loads(data)[0]


def _loads(data):
    """The object, and how many bytes it took."""
    at, stack, made = 0, [], []
    while True:
        try:
            step = _pickler.decode(data, at, stack, made)
        except ValueError as exc:
            raise UnpicklingError(str(exc)) from None
        at = step[0]
        if at < 0:
            return step[1], -at
        what, a, b = step[1], step[2], step[3]
        if what == 0:
            value = a(*b)
            stack.append(value)
            made.append(value)
        elif what == 1:
            _build(a, b)
        elif what == 2:
            value = _find(a, b)
            stack.append(value)
            made.append(value)
        elif isinstance(a, dict):
            for i in range(0, len(b), 2):
                a[b[i]] = b[i + 1]
        else:
            for item in b:
                a.add(item)


def _find(module, name):
    import sys

    if module not in sys.modules:
        __import__(module)
    value = found = sys.modules[module]
    for part in name.split("."):
        try:
            value = getattr(value, part)
        except AttributeError:
            raise AttributeError(f"Can't get attribute {name!r} on {found!r}") from None
    return value


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    file.write(dumps(obj))


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    data = file.read()
    if not data:
        raise EOFError("Ran out of input")
    value, used = _loads(data)
    if used < len(data):
        file.seek(used - len(data), 1)
    return value
