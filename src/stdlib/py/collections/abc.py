"""Abstract base classes of containers."""

from abc import ABCMeta, abstractmethod

_Alias = type(list[int])
_missing = object()


class _CallableAlias(_Alias):
    """`Callable[[int], str]`: the arguments and the result as one row."""

    def __repr__(self):
        *args, result = self.__args__
        show = lambda t: repr(_Alias(list, (t,)))[5:-1]
        first = args[0] if len(args) == 1 else None
        if first is ... or type(first).__name__ in ("ParamSpec", "_ConcatenateGenericAlias"):
            return f"collections.abc.Callable[{show(first)}, {show(result)}]"
        return f"collections.abc.Callable[[{', '.join([show(a) for a in args])}], {show(result)}]"


def _has(cls, *names):
    for name in names:
        for c in cls.__mro__:
            if name in c.__dict__:
                if c.__dict__[name] is None:
                    return False
                break
        else:
            return False
    return True


class _Shape(ABCMeta):
    """Classes that are recognised by the methods they have, or by being one of some built-in types."""

    def __subclasscheck__(cls, sub):
        if ABCMeta.__subclasscheck__(cls, sub):
            return True
        names = cls.__dict__.get("_by")
        if names and _has(sub, *names):
            return True
        return issubclass(sub, cls.__dict__.get("_builtin", ()))


class Hashable(metaclass=_Shape):
    _by = ("__hash__",)


class Iterable(metaclass=_Shape):
    _by = ("__iter__",)
    __class_getitem__ = classmethod(_Alias)

    @abstractmethod
    def __iter__(self):
        return iter(())


class Iterator(Iterable):
    _by = ("__iter__", "__next__")

    @abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self


class Generator(Iterator):
    _by = ("__iter__", "__next__", "send", "throw", "close")


class Reversible(Iterable):
    _by = ("__iter__", "__reversed__")


class Sized(metaclass=_Shape):
    _by = ("__len__",)

    @abstractmethod
    def __len__(self):
        return 0


class Container(metaclass=_Shape):
    _by = ("__contains__",)
    __class_getitem__ = classmethod(_Alias)

    @abstractmethod
    def __contains__(self, x):
        return False


class Callable(metaclass=_Shape):
    _by = ("__call__",)
    _builtin = (type(len), type(lambda: 0), type([].append), type(list.append), type)

    @classmethod
    def __class_getitem__(cls, item):
        if not isinstance(item, tuple) or len(item) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = item
        if isinstance(args, (list, tuple)):
            return _CallableAlias(cls, (*args, result))
        if args is not ... and type(args).__name__ not in ("ParamSpec", "_ConcatenateGenericAlias"):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {args!r}")
        return _CallableAlias(cls, (args, result))

    @abstractmethod
    def __call__(self, *args, **keywords):
        return False


class Collection(Sized, Iterable, Container):
    _by = ("__len__", "__iter__", "__contains__")


class Awaitable(metaclass=_Shape):
    _by = ("__await__",)
    __class_getitem__ = classmethod(_Alias)


class Coroutine(Awaitable):
    _by = ("__await__", "send", "throw", "close")


class AsyncIterable(metaclass=_Shape):
    _by = ("__aiter__",)
    __class_getitem__ = classmethod(_Alias)


class AsyncIterator(AsyncIterable):
    _by = ("__aiter__", "__anext__")

    def __aiter__(self):
        return self


class AsyncGenerator(AsyncIterator):
    _by = ("__aiter__", "__anext__", "asend", "athrow", "aclose")


class Sequence(Reversible, Collection):
    _by = None
    _builtin = (tuple, str, range, bytes, list, bytearray)
    __match_sequence__ = True

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        i = 0
        try:
            while True:
                yield self[i]
                i += 1
        except IndexError:
            return

    def __contains__(self, value):
        for v in self:
            if v is value or v == value:
                return True
        return False

    def __reversed__(self):
        for i in reversed(range(len(self))):
            yield self[i]

    def index(self, value, start=0, stop=None):
        for i, v in enumerate(self):
            if i >= start and (stop is None or i < stop) and (v is value or v == value):
                return i
        raise ValueError

    def count(self, value):
        return sum([1 for v in self if v is value or v == value])


class MutableSequence(Sequence):
    _by = None
    _builtin = (list, bytearray)

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        raise IndexError

    def append(self, value):
        self.insert(len(self), value)

    def clear(self):
        while len(self):
            self.pop()

    def reverse(self):
        n = len(self)
        for i in range(n // 2):
            self[i], self[n - i - 1] = self[n - i - 1], self[i]

    def extend(self, values):
        for v in list(values):
            self.append(v)

    def pop(self, index=-1):
        v = self[index]
        del self[index]
        return v

    def remove(self, value):
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


class Set(Collection):
    _by = None
    _builtin = (set, frozenset, type({}.keys()), type({}.items()))

    @classmethod
    def _from_iterable(cls, it):
        return cls(it)

    def __le__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) <= len(other) and all([x in other for x in self])

    def __lt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) < len(other) and self.__le__(other)

    def __ge__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) >= len(other) and all([x in self for x in other])

    def __gt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) > len(other) and self.__ge__(other)

    def __eq__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) == len(other) and self.__le__(other)

    def __and__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable([x for x in other if x in self])

    __rand__ = __and__

    def __or__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable([x for s in (self, other) for x in s])

    __ror__ = __or__

    def _as_set(self, other):
        return other if isinstance(other, Set) else self._from_iterable(other)

    def __sub__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        other = self._as_set(other)
        return self._from_iterable([x for x in self if x not in other])

    def __rsub__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable([x for x in self._as_set(other) if x not in self])

    def __xor__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        other = self._as_set(other)
        return (self - other) | (other - self)

    __rxor__ = __xor__

    def isdisjoint(self, other):
        return not any([x in self for x in other])

    __hash__ = None


class MutableSet(Set):
    _by = None
    _builtin = (set,)

    @abstractmethod
    def add(self, value):
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        raise NotImplementedError

    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        for v in self:
            self.discard(v)
            return v
        raise KeyError

    def clear(self):
        for v in list(self):
            self.discard(v)

    def __ior__(self, it):
        for v in it:
            self.add(v)
        return self


class Mapping(Collection):
    _by = None
    _builtin = (dict,)
    __match_mapping__ = True

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return KeysView(self)

    def items(self):
        return ItemsView(self)

    def values(self):
        return ValuesView(self)

    def __eq__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __reversed__ = None
    __hash__ = None


class MutableMapping(Mapping):
    _by = None
    _builtin = (dict,)

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, default=_missing):
        try:
            value = self[key]
        except KeyError:
            if default is _missing:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def clear(self):
        for key in list(self):
            del self[key]

    def update(self, other=(), /, **keywords):
        if isinstance(other, Mapping):
            for key in other:
                self[key] = other[key]
        elif hasattr(other, "keys"):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in keywords.items():
            self[key] = value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


class MappingView(Sized):
    _by = None
    __slots__ = ("_mapping",)
    __class_getitem__ = classmethod(_Alias)
    _builtin = (type({}.keys()), type({}.values()), type({}.items()))

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f"{type(self).__name__}({self._mapping!r})"


class KeysView(MappingView, Set):
    _by = None
    __slots__ = ()
    _builtin = (type({}.keys()),)

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        yield from self._mapping


class ItemsView(MappingView, Set):
    _by = None
    __slots__ = ()
    _builtin = (type({}.items()),)
    _from_iterable = KeysView._from_iterable

    def __contains__(self, item):
        key, value = item
        try:
            own = self._mapping[key]
        except KeyError:
            return False
        return own is value or own == value

    def __iter__(self):
        for key in self._mapping:
            yield key, self._mapping[key]


class ValuesView(MappingView, Collection):
    _by = None
    __slots__ = ()
    _builtin = (type({}.values()),)

    def __contains__(self, value):
        return any(own is value or own == value for own in self)

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


class ByteString(Sequence):
    _builtin = (bytes, bytearray)


class Buffer(metaclass=_Shape):
    _builtin = (bytes, bytearray)
