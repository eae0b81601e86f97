"""Shallow and deep copies."""


class Error(Exception):
    pass


error = Error
_ATOMS = (int, float, bool, complex, str, bytes, type, range, type(None), type(...), type(len), type(lambda: 0), property)


def copy(x):
    cls = type(x)
    if issubclass(cls, _ATOMS) and cls in _ATOMS or isinstance(x, type):
        return x
    f = getattr(cls, "__copy__", None)
    if f is not None:
        return f(x)
    if cls is list or cls is dict or cls is set or cls is bytearray:
        return cls(x)
    if cls is tuple or cls is frozenset:
        return x
    return _rebuild(x, None)


def deepcopy(x, memo=None, _nil=[]):
    if memo is None:
        memo = {}
    cls = type(x)
    if cls in _ATOMS or isinstance(x, type):
        return x
    key = id(x)
    found = memo.get(key, _nil)
    if found is not _nil:
        return found
    f = getattr(cls, "__deepcopy__", None)
    if f is not None:
        y = f(x, memo)
    elif cls is list:
        y = []
        memo[key] = y
        for v in x:
            y.append(deepcopy(v, memo))
    elif cls is dict:
        y = {}
        memo[key] = y
        for k, v in x.items():
            y[deepcopy(k, memo)] = deepcopy(v, memo)
    elif cls is tuple:
        y = tuple([deepcopy(v, memo) for v in x])
        if all([a is b for a, b in zip(x, y)]):
            y = x
        y = memo.get(key, y)
    elif cls is set or cls is frozenset:
        y = cls([deepcopy(v, memo) for v in x])
    elif cls is bytearray:
        y = bytearray(x)
    else:
        y = _rebuild(x, memo)
    if y is not x:
        memo[key] = y
        memo.setdefault(id(memo), []).append(x)
    return y


def _rebuild(x, memo):
    cls = type(x)
    deep = memo is not None
    each = (lambda v: deepcopy(v, memo)) if deep else (lambda v: v)
    reduce = getattr(cls, "__reduce__", None)
    if isinstance(x, BaseException):
        y = cls(*[each(a) for a in x.args])
    elif isinstance(x, (list, set)) or cls.__name__ == "deque":
        y = cls.__new__(cls)
        if deep:
            memo[id(x)] = y
        if isinstance(x, list):
            list.extend(y, [each(v) for v in x])
        elif isinstance(x, set):
            set.update(y, [each(v) for v in x])
        else:
            y = cls([each(v) for v in x], x.maxlen)
    elif isinstance(x, dict):
        y = cls.__new__(cls)
        if deep:
            memo[id(x)] = y
        for k, v in dict.items(x):
            dict.__setitem__(y, each(k), each(v))
    elif isinstance(x, (tuple, frozenset)):
        y = (tuple if isinstance(x, tuple) else frozenset).__new__(cls, [each(v) for v in x])
    elif isinstance(x, (int, float, complex, str, bytes)):
        base = next(b for b in (int, float, complex, str, bytes) if isinstance(x, b))
        y = base.__new__(cls, base(x) if base is not str else str.__str__(x))
    elif cls.__name__ in ("lock", "RLock", "generator", "coroutine", "module", "async_generator", "dict_keys",
                          "dict_values", "dict_items"):
        raise TypeError(f"cannot pickle '{'_thread.' + cls.__name__ if cls.__name__ in ('lock', 'RLock') else cls.__name__}' object")
    elif cls is memoryview:
        raise TypeError("cannot pickle memoryview objects")
    elif cls.__module__ == "builtins":
        return x
    else:
        y = cls.__new__(cls)
    if deep:
        memo[id(x)] = y
    get = getattr(cls, "__getstate__", None)
    state = getattr(x, "__dict__", None)
    if "__getstate__" in _names(cls):
        state = x.__getstate__()
    if state is not None:
        state = each(state) if deep else state
        if "__setstate__" in _names(cls):
            y.__setstate__(state)
        else:
            put = setattr if isinstance(x, BaseException) else object.__setattr__
            for k, v in state.items():
                put(y, k, v)
    for c in cls.__mro__:
        slots = c.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name not in ("__dict__", "__weakref__") and hasattr(x, name):
                object.__setattr__(y, name, each(getattr(x, name)))
    return y


def _names(cls):
    out = set()
    for c in cls.__mro__:
        if c is not object:
            out.update(c.__dict__)
    return out


def replace(obj, /, **changes):
    f = getattr(type(obj), "__replace__", None)
    if f is None:
        raise TypeError(f"replace() does not support {type(obj).__name__} objects")
    return f(obj, **changes)
