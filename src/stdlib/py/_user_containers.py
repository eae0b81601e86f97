"""`collections.UserDict`, `UserList` and `UserString`: containers around an attribute `data`, for subclasses."""

from collections import abc


class UserDict(abc.MutableMapping):
    __module__ = "collections"

    def __init__(self, dict=None, /, **keywords):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if keywords:
            self.update(keywords)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        missing = getattr(type(self), "__missing__", None)
        if missing is not None:
            return missing(self, key)
        raise KeyError(key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __repr__(self):
        return repr(self.data)

    def __or__(self, other):
        other = _plain(other)
        return type(self)(self.data | other) if isinstance(other, dict) else NotImplemented

    def __ror__(self, other):
        other = _plain(other)
        return type(self)(other | self.data) if isinstance(other, dict) else NotImplemented

    def __ior__(self, other):
        self.data |= _plain(other)
        return self

    def __copy__(self):
        new = self.__class__.__new__(self.__class__)
        new.__dict__.update(self.__dict__)
        new.__dict__["data"] = self.data.copy()
        return new

    def copy(self):
        if self.__class__ is UserDict:
            return UserDict(self.data.copy())
        new = self.__copy__()
        new.data = {}
        new.update(self)
        return new

    @classmethod
    def fromkeys(cls, iterable, value=None):
        new = cls()
        for key in iterable:
            new[key] = value
        return new


class UserList(abc.MutableSequence):
    __module__ = "collections"

    def __init__(self, initlist=None):
        self.data = [] if initlist is None else list(_plain(initlist))

    def __repr__(self):
        return repr(self.data)

    def __lt__(self, other):
        return self.data < _plain(other)

    def __le__(self, other):
        return self.data <= _plain(other)

    def __eq__(self, other):
        return self.data == _plain(other)

    def __gt__(self, other):
        return self.data > _plain(other)

    def __ge__(self, other):
        return self.data >= _plain(other)

    def __contains__(self, item):
        return item in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, i):
        return self.__class__(self.data[i]) if isinstance(i, slice) else self.data[i]

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __add__(self, other):
        return self.__class__(self.data + list(_plain(other)))

    def __radd__(self, other):
        return self.__class__(list(_plain(other)) + self.data)

    def __iadd__(self, other):
        self.data += list(_plain(other))
        return self

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def __copy__(self):
        new = self.__class__.__new__(self.__class__)
        new.__dict__.update(self.__dict__)
        new.__dict__["data"] = self.data[:]
        return new

    def append(self, item):
        self.data.append(item)

    def insert(self, i, item):
        self.data.insert(i, item)

    def pop(self, i=-1):
        return self.data.pop(i)

    def remove(self, item):
        self.data.remove(item)

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def count(self, item):
        return self.data.count(item)

    def index(self, item, *args):
        return self.data.index(item, *args)

    def reverse(self):
        self.data.reverse()

    def sort(self, /, *args, **keywords):
        self.data.sort(*args, **keywords)

    def extend(self, other):
        self.data.extend(_plain(other))


def _plain(v):
    return v.data if isinstance(v, (UserDict, UserList)) else v


class UserString(abc.Sequence):
    __module__ = "collections"
    """A text behind an object, for subclasses."""

    def __init__(self, seq):
        self.data = seq if isinstance(seq, str) else seq.data[:] if isinstance(seq, UserString) else str(seq)

    def __str__(self):
        return str(self.data)

    def __repr__(self):
        return repr(self.data)

    def __format__(self, spec):
        return format(self.data, spec)

    def __hash__(self):
        return hash(self.data)

    def __getnewargs__(self):
        return (self.data[:],)

    def __radd__(self, other):
        return self.__class__(str(other) + self.data)


def _plain_text(v):
    return v.data if isinstance(v, UserString) else v


def _text_method(name, wrap):
    f = getattr(str, name)

    def method(self, *args, **keywords):
        r = f(self.data, *[_plain_text(a) for a in args], **{k: _plain_text(v) for k, v in keywords.items()})
        return self.__class__(r) if wrap and isinstance(r, str) else r

    method.__name__ = name
    method.__qualname__ = "UserString." + name
    return method


for _name in (
    "__add__ __mul__ __rmul__ __mod__ __getitem__ capitalize casefold center expandtabs format format_map ljust lower lstrip "
    "removeprefix removesuffix replace rjust rstrip strip swapcase title translate upper zfill"
).split():
    setattr(UserString, _name, _text_method(_name, True))
for _name in (
    "__eq__ __ne__ __lt__ __le__ __gt__ __ge__ __contains__ __len__ __iter__ count encode endswith find index isalpha isalnum isascii "
    "isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join partition rfind rindex rpartition rsplit "
    "split splitlines startswith"
).split():
    setattr(UserString, _name, _text_method(_name, False))
UserString.__int__ = lambda self: int(self.data)
UserString.__float__ = lambda self: float(self.data)
UserString.__abstractmethods__ = frozenset()
