"""Weak references: a number for each object, of which the heap knows whether it is still alive."""

import _weak

_refs = {}  # number → the references with callbacks
_plain = {}  # number → the reference without


class ReferenceType:
    __slots__ = ("_number", "__callback__", "_hash", "__weakref__")

    def __new__(cls, obj, callback=None, /, *args, **kwargs):
        kind = type(obj)
        if kind in (int, float, complex, bool, str, bytes, tuple, list, dict, type(None)) or isinstance(obj, tuple | int):
            raise TypeError(f"cannot create weak reference to '{kind.__name__}' object")
        if isinstance(getattr(kind, "__slots__", None), (tuple, list)) and not hasattr(obj, "__dict__"):
            if not any("__weakref__" in getattr(c, "__slots__", ()) for c in kind.__mro__):
                raise TypeError(f"cannot create weak reference to '{kind.__name__}' object")
        number = _weak.number(obj)
        if callback is None and cls is ReferenceType and number in _plain:
            return _plain[number]
        self = object.__new__(cls)
        self._number = number
        self.__callback__ = callback
        self._hash = None
        if callback is not None:
            _refs.setdefault(number, []).append(self)
        elif cls is ReferenceType:
            _plain[number] = self
        return self

    def __init__(self, obj, callback=None, /, *args, **kwargs):
        pass

    def __call__(self):
        return _weak.target(self._number)

    def __eq__(self, other):
        if not isinstance(other, ReferenceType):
            return NotImplemented
        mine, theirs = _weak.target(self._number), _weak.target(other._number)
        if mine is None or theirs is None:
            return self is other
        return mine == theirs

    def __hash__(self):
        if self._hash is None:
            obj = _weak.target(self._number)
            if obj is None:
                raise TypeError("weak object has gone away")
            self._hash = hash(obj)
        return self._hash

    def __repr__(self):
        obj = _weak.target(self._number)
        if obj is None:
            return f"<weakref at {id(self):#x}; dead>"
        return f"<weakref at {id(self):#x}; to '{type(obj).__name__}' at {id(obj):#x}>"


def _died(number):
    _plain.pop(number, None)
    for one in reversed(_refs.pop(number, ())):
        callback, one.__callback__ = one.__callback__, None
        if callback is not None:
            try:
                callback(one)
            except BaseException as e:
                import sys

                sys._ignored(e, None, callback)


ref = ReferenceType
ReferenceType.__name__ = ReferenceType.__qualname__ = "ReferenceType"


def getweakrefcount(obj):
    return len(getweakrefs(obj))


def getweakrefs(obj):
    number = _weak.number(obj)
    return [r for r in (_plain.get(number),) if r is not None] + _refs.get(number, [])


class WeakMethod(ReferenceType):
    __slots__ = ("_function",)

    def __new__(cls, meth, callback=None):
        if not hasattr(meth, "__self__") or not hasattr(meth, "__func__"):
            raise TypeError(f"argument should be a bound method, not {type(meth)}")
        self = ReferenceType.__new__(cls, meth.__self__, callback)
        self._function = meth.__func__
        return self

    def __call__(self):
        obj = _weak.target(self._number)
        return None if obj is None else self._function.__get__(obj)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        return ReferenceType.__eq__(self, other) and self._function is other._function

    __hash__ = ReferenceType.__hash__


class ProxyType:
    __slots__ = ("_ref",)

    def __init__(self, obj, callback=None):
        object.__setattr__(self, "_ref", ReferenceType(obj, callback))

    def __getattr__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __repr__(self):
        obj = _target(self)
        return f"<weakproxy at {id(self):#x} to {type(obj).__name__} at {id(obj):#x}>"


def _target(proxy):
    obj = object.__getattribute__(proxy, "_ref")()
    if obj is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return obj


def _forward(name):
    def method(self, *args):
        obj = _target(self)
        return getattr(type(obj), name)(obj, *args)

    return method


for _name in "str bool len iter next call getitem setitem delitem contains add sub mul truediv eq ne lt le gt ge enter exit".split():
    setattr(ProxyType, f"__{_name}__", _forward(f"__{_name}__"))
ProxyType.__bool__ = lambda self: bool(_target(self))
ProxyType.__hash__ = None
ProxyTypes = (ProxyType,)


def proxy(obj, callback=None, /):
    return ProxyType(obj, callback)


class KeyedRef(ReferenceType):
    __slots__ = ("key",)

    def __new__(cls, obj, callback, key):
        self = ReferenceType.__new__(cls, obj, callback)
        self.key = key
        return self


from collections.abc import MutableMapping, MutableSet  # noqa: E402


class _WeakDictionary(MutableMapping):
    """What the two weak dictionaries share; `data` holds their entries."""

    def __init__(self, other=(), /, **kw):
        self.data = {}
        if other is not None:
            self.update(other, **kw)

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __deepcopy__(self, memo):
        return self.copy()

    def __or__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        made = type(self)(other)
        made.update(self)
        return made

    def __ior__(self, other):
        self.update(other)
        return self


class WeakValueDictionary(_WeakDictionary):
    def __getitem__(self, key):
        obj = self.data[key]()
        if obj is None:
            raise KeyError(key)
        return obj

    def __setitem__(self, key, value):
        def gone(one, data=self.data):
            if data.get(one.key) is one:
                del data[one.key]

        self.data[key] = KeyedRef(value, gone, key)

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        one = self.data.get(key)
        return one is not None and one() is not None

    def __iter__(self):
        for key, one in list(self.data.items()):
            if one() is not None:
                yield key

    def valuerefs(self):
        return list(self.data.values())

    def itervaluerefs(self):
        yield from self.valuerefs()


class WeakKeyDictionary(_WeakDictionary):
    def __init__(self, dict=None):
        super().__init__(dict)

    def __getitem__(self, key):
        return self.data[ReferenceType(key)]

    def __setitem__(self, key, value):
        def gone(one, data=self.data):
            data.pop(one, None)

        self.data[ReferenceType(key, gone)] = value

    def __delitem__(self, key):
        del self.data[ReferenceType(key)]

    def __contains__(self, key):
        try:
            return ReferenceType(key) in self.data
        except TypeError:
            return False

    def __iter__(self):
        for one in list(self.data):
            obj = one()
            if obj is not None:
                yield obj

    def keyrefs(self):
        return list(self.data)


class WeakSet(MutableSet):
    def __init__(self, data=None):
        self.data = {}
        for item in data or ():
            self.add(item)

    def add(self, item):
        def gone(one, data=self.data):
            data.pop(one, None)

        one = ReferenceType(item)
        if one not in self.data:
            self.data[ReferenceType(item, gone)] = None

    def discard(self, item):
        self.data.pop(ReferenceType(item), None)

    def remove(self, item):
        if item not in self:
            raise KeyError(item)
        self.discard(item)

    def update(self, other):
        for item in other:
            self.add(item)

    def copy(self):
        return WeakSet(self)

    def __contains__(self, item):
        try:
            return ReferenceType(item) in self.data
        except TypeError:
            return False

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        for one in list(self.data):
            obj = one()
            if obj is not None:
                yield obj

    def __repr__(self):
        return "{" + ", ".join(map(repr, self)) + "}"


class finalize:
    """Calls a function when an object goes away, or at exit."""

    _registry = {}
    _asked = _over = False

    def __init__(self, obj, func, /, *args, **kwargs):
        import atexit

        if not finalize._asked:
            atexit.register(finalize._exit)
            finalize._asked = True
        self.atexit = True
        finalize._registry[self] = (ReferenceType(obj, self), func, args, kwargs)

    def __call__(self, _=None):
        info = finalize._registry.pop(self, None)
        if info is not None and not finalize._over:
            return info[1](*info[2], **info[3])

    def detach(self):
        info = finalize._registry.get(self)
        obj = info and info[0]()
        if obj is not None and finalize._registry.pop(self, None):
            return (obj, *info[1:])

    def peek(self):
        info = finalize._registry.get(self)
        obj = info and info[0]()
        if obj is not None:
            return (obj, *info[1:])

    @property
    def alive(self):
        return self in finalize._registry

    def __repr__(self):
        info = finalize._registry.get(self)
        obj = info and info[0]()
        if obj is None:
            return f"<finalize object at {id(self):#x}; dead>"
        return f"<finalize object at {id(self):#x}; for '{type(obj).__name__}' at {id(obj):#x}>"

    @classmethod
    def _exit(cls):
        for one in reversed(list(cls._registry)):
            if one in cls._registry and one.atexit:
                try:
                    one()
                except Exception as e:
                    import sys

                    sys.excepthook(type(e), e, e.__traceback__)
        finalize._over = True
