"""References that do not keep their object alive in CPython. Here they do: nothing they refer to goes away before the end."""


class ReferenceType:
    """`ref(obj)()` is always the object."""

    def __new__(cls, obj, callback=None, /, *args, **kwargs):
        if obj is None or isinstance(obj, (int, float, str, bytes, tuple, list, dict)) and type(obj).__module__ == "builtins":
            raise TypeError("cannot create weak reference to '" + type(obj).__name__ + "' object")
        self = object.__new__(cls)
        self._object = obj
        self.__callback__ = callback
        return self

    def __init__(self, obj, callback=None, /, *args, **kwargs):
        pass

    def __call__(self):
        return self._object

    def __eq__(self, other):
        if not isinstance(other, ReferenceType):
            return NotImplemented
        return self._object == other._object

    def __hash__(self):
        return hash(self._object)

    def __repr__(self):
        kind = type(self._object).__name__
        return f"<weakref at {id(self):#x}; to '{kind}' at {id(self._object):#x}>"


ref = ReferenceType
ReferenceType.__name__ = "ReferenceType"


class WeakMethod(ReferenceType):
    pass


def proxy(obj, callback=None, /):
    return obj


class KeyedRef(ReferenceType):
    pass


class WeakValueDictionary(dict):
    def valuerefs(self):
        return [ref(value) for value in self.values()]

    def itervaluerefs(self):
        for value in self.values():
            yield ref(value)

    def __repr__(self):
        return f"<WeakValueDictionary at {id(self):#x}>"


class WeakKeyDictionary(dict):
    def keyrefs(self):
        return [ref(key) for key in self]

    def __repr__(self):
        return f"<WeakKeyDictionary at {id(self):#x}>"


class WeakSet(set):
    pass


class finalize:
    """Calls a function at exit; in CPython as soon as the object goes away."""

    def __init__(self, obj, func, /, *args, **kwargs):
        import atexit

        self._call = (obj, func, args, kwargs)
        self.atexit = True
        atexit.register(self._at_exit)

    def _at_exit(self):
        if self.atexit:
            self()

    def __call__(self, _=None):
        if self._call is not None:
            obj, func, args, kwargs = self._call
            self._call = None
            return func(*args, **kwargs)

    def detach(self):
        call, self._call = self._call, None
        return call

    def peek(self):
        return self._call

    @property
    def alive(self):
        return self._call is not None


def getweakrefcount(obj, /):
    return 0


def getweakrefs(obj, /):
    return []
