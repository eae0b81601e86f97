"""Functions that work on functions."""

import builtins as _builtins
from collections import namedtuple as _namedtuple
from types import MappingProxyType as _view

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)
_missing = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        try:
            setattr(wrapper, name, value)
        except (AttributeError, TypeError):
            pass
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)

    return decorate


def reduce(function, sequence, initial=_missing, /):
    it = None
    try:
        it = iter(sequence)
    except TypeError:
        pass
    if it is None:
        raise TypeError("reduce() arg 2 must support iteration")
    if initial is _missing:
        value = next(it, _missing)
        if value is _missing:
            raise TypeError("reduce() of empty iterable with no initial value")
    else:
        value = initial
    for x in it:
        value = function(value, x)
    return value


class partial:
    """Create a new function with partial application of the given arguments
and keywords."""

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        args = tuple(args)
        if not callable(func):
            raise TypeError("the first argument must be callable")
        self = object.__new__(cls)
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        if self.keywords:
            keywords = {**self.keywords, **keywords}
        return self.func(*self.args, *args, **keywords)

    def __get__(self, obj, cls=None):
        if obj is not None:
            import warnings

            warnings.warn("functools.partial will be a method descriptor in future Python versions; "
                          "wrap it in staticmethod() if you want to preserve the old behavior", FutureWarning)
        return self

    def __repr__(self):
        shown = [repr(self.func)]
        shown.extend([repr(a) for a in self.args])
        shown.extend([f"{k}={v!r}" for k, v in self.keywords.items()])
        name = "functools.partial" if type(self) is partial else f"{type(self).__module__}.{type(self).__qualname__}"
        return f"{name}({', '.join(shown)})"


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, obj, cls=None):
        func = self.func
        if not isinstance(func, type(_method)):
            get = getattr(type(func), "__get__", None)
            bound = func if get is None else get(func, obj, cls)
            if bound is not func:
                return partial(bound, *self.args, **self.keywords)

        def method(this, /, *args, **keywords):
            return func(this, *self.args, *args, **{**self.keywords, **keywords})

        return method if obj is None else method.__get__(obj, cls)

    def __repr__(self):
        parts = [repr(self.func)] + [repr(a) for a in self.args] + [f"{k}={v!r}" for k, v in self.keywords.items()]
        return f"functools.partialmethod({', '.join(parts)})"


def _method():
    pass


class _Key:
    __slots__ = ("obj", "_compare")

    def __init__(self, obj, compare):
        self.obj = obj
        self._compare = compare

    def __lt__(self, other):
        return self._compare(self.obj, other.obj) < 0

    def __gt__(self, other):
        return self._compare(self.obj, other.obj) > 0

    def __eq__(self, other):
        return self._compare(self.obj, other.obj) == 0

    def __le__(self, other):
        return self._compare(self.obj, other.obj) <= 0

    def __ge__(self, other):
        return self._compare(self.obj, other.obj) >= 0

    __hash__ = None


_Key.__name__ = _Key.__qualname__ = "KeyWrapper"


def cmp_to_key(mycmp):
    return lambda obj: _Key(obj, mycmp)


def _by_lt():
    def gt(self, other):
        r = type(self).__lt__(self, other)
        return r if r is NotImplemented else not r and self != other

    def le(self, other):
        r = type(self).__lt__(self, other)
        return r if r is NotImplemented else r or self == other

    def ge(self, other):
        r = type(self).__lt__(self, other)
        return r if r is NotImplemented else not r

    return {"__gt__": gt, "__le__": le, "__ge__": ge}


def _by_le():
    def ge(self, other):
        r = type(self).__le__(self, other)
        return r if r is NotImplemented else not r or self == other

    def lt(self, other):
        r = type(self).__le__(self, other)
        return r if r is NotImplemented else r and self != other

    def gt(self, other):
        r = type(self).__le__(self, other)
        return r if r is NotImplemented else not r

    return {"__ge__": ge, "__lt__": lt, "__gt__": gt}


def _by_gt():
    def lt(self, other):
        r = type(self).__gt__(self, other)
        return r if r is NotImplemented else not r and self != other

    def ge(self, other):
        r = type(self).__gt__(self, other)
        return r if r is NotImplemented else r or self == other

    def le(self, other):
        r = type(self).__gt__(self, other)
        return r if r is NotImplemented else not r

    return {"__lt__": lt, "__ge__": ge, "__le__": le}


def _by_ge():
    def le(self, other):
        r = type(self).__ge__(self, other)
        return r if r is NotImplemented else not r or self == other

    def gt(self, other):
        r = type(self).__ge__(self, other)
        return r if r is NotImplemented else r and self != other

    def lt(self, other):
        r = type(self).__ge__(self, other)
        return r if r is NotImplemented else not r

    return {"__le__": le, "__gt__": gt, "__lt__": lt}


_ORDERS = (("__lt__", _by_lt), ("__le__", _by_le), ("__gt__", _by_gt), ("__ge__", _by_ge))


def total_ordering(cls):
    own = set()
    for name, _ in _ORDERS:
        if getattr(cls, name, None) is not getattr(object, name, None):
            own.add(name)
    if not own:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for root, make in _ORDERS:
        if root in own:
            for name, method in make().items():
                if name not in own:
                    method.__name__ = name
                    method.__qualname__ = f"_{name[2:4]}_from_{root[2:4]}"
                    setattr(cls, name, method)
            break
    return cls


_CacheInfo = _namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])


def _make_key(args, keywords, typed):
    if not keywords and not typed:
        if len(args) == 1 and type(args[0]) in (int, str):
            return args[0]
        return args
    key = args
    if keywords:
        key += (_missing,)
        for item in keywords.items():
            key += item
    if typed:
        key += tuple([type(a) for a in args])
        key += tuple([type(v) for v in keywords.values()])
    return key


class _lru_cache_wrapper:
    def __init__(self, function, maxsize, typed):
        self._function = function
        self._maxsize = maxsize
        self._typed = typed
        self._cache = {}
        self._hits = 0
        self._misses = 0
        self.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        update_wrapper(self, function)

    def __call__(self, /, *args, **keywords):
        key = _make_key(args, keywords, self._typed)
        cache = self._cache
        value = cache.get(key, _missing)
        if value is not _missing:
            self._hits += 1
            if self._maxsize is not None:
                # The order of the dict is the order of use.
                del cache[key]
                cache[key] = value
            return value
        self._misses += 1
        value = self._function(*args, **keywords)
        if self._maxsize is None:
            cache[key] = value
        elif self._maxsize > 0:
            if key not in cache and len(cache) >= self._maxsize:
                del cache[next(iter(cache))]
            cache[key] = value
        return value

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        return _Bound(self, obj)

    def cache_info(self):
        return _CacheInfo(self._hits, self._misses, self._maxsize, len(self._cache))

    def cache_clear(self):
        self._cache.clear()
        self._hits = self._misses = 0

    def __repr__(self):
        return f"<functools._lru_cache_wrapper object at {hex(id(self))}>"

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class _Bound:
    def __init__(self, func, this):
        self.__func__ = func
        self.__self__ = this

    def __call__(self, /, *args, **keywords):
        return self.__func__(self.__self__, *args, **keywords)

    def __getattr__(self, name):
        return getattr(self.__func__, name)


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return _lru_cache_wrapper(maxsize, 128, typed)
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    if maxsize is not None and maxsize < 0:
        maxsize = 0

    def decorate(function):
        return _lru_cache_wrapper(function, maxsize, typed)

    return decorate


def cache(function, /):
    return _lru_cache_wrapper(function, None, False)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                f"Cannot assign the same cached_property to two different names ({self.attrname!r} and {name!r})."
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache {self.attrname!r} property."
            ) from None
        value = cache.get(self.attrname, _missing)
        if value is _missing:
            value = self.func(instance)
            instance.__dict__[self.attrname] = value
        return value


def singledispatch(func):
    function = func
    registry = {object: func}
    abstract = []

    def dispatch(cls):
        # The MRO, and abstract classes that know the class, before the first of its bases that they know less well.
        best = None
        for c in cls.__mro__:
            if c in registry and c is not object:
                best = c
                break
        found = [c for c in abstract if c is not best and c not in cls.__mro__ and issubclass(cls, c)]
        found = [c for c in found if not any([d is not c and issubclass(d, c) for d in found])]
        if best is not None:
            found = [c for c in found if issubclass(c, best) and not issubclass(best, c)]
        if len(found) > 1:
            raise RuntimeError(f"Ambiguous dispatch: {found[0]!r} or {found[1]!r}")
        if found:
            best = found[0]
        return registry[object if best is None else best]

    def register(cls, func=None):
        if isinstance(cls, type) or hasattr(cls, "__args__") and not callable(getattr(cls, "__wrapped__", None)):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            func = cls
            notes = getattr(func, "__annotations__", None) or getattr(getattr(func, "__func__", None), "__annotations__", {})
            names = [n for n in notes if n != "return"]
            if not names:
                raise TypeError(
                    f"Invalid first argument to `register()`: {func!r}. Use either `@register(some_class)` or plain "
                    "`@register` on an annotated function."
                )
            cls = notes[names[0]]
            if isinstance(cls, str):
                cls = getattr(func, "__globals__", {}).get(cls) or getattr(_builtins, cls, cls)
            if not isinstance(cls, type) and not hasattr(cls, "__args__"):
                raise TypeError(f"Invalid annotation for {names[0]!r}. {cls!r} is not a class.")
        for c in cls.__args__ if not isinstance(cls, type) else (cls,):
            registry[c] = func
            if hasattr(c, "__subclasscheck__") and type(c) is not type and c not in abstract:
                abstract.append(c)
        return func

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **keywords)

    name = getattr(function, "__name__", "singledispatch function")
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = _view(registry)
    wrapper._clear_cache = lambda: None
    return update_wrapper(wrapper, function)


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        name = getattr(self.func, "__name__", "singledispatchmethod method")

        def method(*args, **keywords):
            if not args:
                raise TypeError(f"{name} requires at least 1 positional argument")
            f = self.dispatcher.dispatch(type(args[0]))
            return f.__get__(obj, cls)(*args, **keywords)

        method.__isabstractmethod__ = self.__isabstractmethod__
        method.register = self.register
        return update_wrapper(method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
