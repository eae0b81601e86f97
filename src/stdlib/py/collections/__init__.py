"""Containers beyond the built-in ones."""

import _collections as _native
from collections import abc
from operator import itemgetter as _itemgetter

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple"]
deque = _native.deque


class OrderedDict(dict):
    def popitem(self, last=True):
        if not self:
            raise KeyError("dictionary is empty")
        key = next(reversed(self) if last else iter(self))
        return key, self.pop(key)

    def move_to_end(self, key, last=True):
        value = self[key]
        dict.__delitem__(self, key)
        if last:
            dict.__setitem__(self, key, value)
        else:
            rest = list(dict.items(self))
            dict.clear(self)
            dict.__setitem__(self, key, value)
            for k, v in rest:
                dict.__setitem__(self, k, v)

    def copy(self):
        return type(self)(self)

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self)
        new.update(other)
        return new

    def __repr__(self):
        if not self:
            return type(self).__name__ + "()"
        return f"{type(self).__name__}({dict(self.items())!r})"


class defaultdict(dict):
    __slots__ = ("default_factory",)

    def __init__(self, default_factory=None, *args, **keywords):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        dict.__init__(self, *args, **keywords)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self.default_factory()
        self[key] = value
        return value

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __repr__(self):
        return f"defaultdict({self.default_factory!r}, {dict(self)!r})"


def _beyond(counter, other):
    return ((key, n) for key, n in other.items() if key not in counter)


def _positive(*rows):
    out = Counter()
    for row in rows:
        for key, n in row:
            if n > 0:
                out[key] = n
    return out


class Counter(dict):
    def __init__(self, iterable=None, /, **keywords):
        super().__init__()
        self.update(iterable, **keywords)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        if n is None:
            return sorted(self.items(), key=_itemgetter(1), reverse=True)
        import heapq

        return heapq.nlargest(n, self.items(), key=_itemgetter(1))

    def elements(self):
        for key, n in self.items():
            for _ in range(n):
                yield key

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **keywords):
        if iterable is not None:
            if isinstance(iterable, dict) or isinstance(iterable, abc.Mapping):
                if not self:
                    dict.update(self, iterable)
                else:
                    for key, n in iterable.items():
                        self[key] = n + self.get(key, 0)
            else:
                get = self.get
                for key in iterable:
                    self[key] = get(key, 0) + 1
        if keywords:
            self.update(keywords)

    def subtract(self, iterable=None, /, **keywords):
        if iterable is not None:
            if isinstance(iterable, dict) or isinstance(iterable, abc.Mapping):
                for key, n in iterable.items():
                    self[key] = self.get(key, 0) - n
            else:
                for key in iterable:
                    self[key] = self.get(key, 0) - 1
        if keywords:
            self.subtract(keywords)

    def copy(self):
        return type(self)(self)

    def __delitem__(self, key):
        if key in self:
            super().__delitem__(key)

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        try:
            d = dict(self.most_common())
        except TypeError:
            d = dict(self)
        return f"{type(self).__name__}({d!r})"

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[k] == other[k] for c in (self, other) for k in c])

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    __hash__ = None

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[k] <= other[k] for c in (self, other) for k in c])

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[k] >= other[k] for c in (self, other) for k in c])

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _positive(((key, n + other[key]) for key, n in self.items()), _beyond(self, other))

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        rest = ((key, 0 - n) for key, n in _beyond(self, other) if n < 0)
        return _positive(((key, n - other[key]) for key, n in self.items()), rest)

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _positive(((key, other[key] if n < other[key] else n) for key, n in self.items()), _beyond(self, other))

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _positive((key, n if n < other[key] else other[key]) for key, n in self.items())

    def __pos__(self):
        return _positive(self.items())

    def __neg__(self):
        return _positive((key, 0 - n) for key, n in self.items() if n < 0)

    def _keep_positive(self):
        for key in [key for key, n in self.items() if not n > 0]:
            del self[key]
        return self

    def __iadd__(self, other):
        for key, n in other.items():
            self[key] += n
        return self._keep_positive()

    def __isub__(self, other):
        for key, n in other.items():
            self[key] -= n
        return self._keep_positive()

    def __ior__(self, other):
        for key, n in other.items():
            if n > self[key]:
                self[key] = n
        return self._keep_positive()

    def __iand__(self, other):
        for key, n in self.items():
            if other[key] < n:
                self[key] = other[key]
        return self._keep_positive()


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = [str(n) for n in field_names]
    typename = str(typename)
    if rename:
        seen = set()
        for i, name in enumerate(names):
            if not name.isidentifier() or name in _KEYWORDS or name.startswith("_") or name in seen:
                names[i] = f"_{i}"
            seen.add(name)
    for name in [typename] + names:
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if name in _KEYWORDS:
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in names:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)
    fields = tuple(names)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(fields):
            raise TypeError("Got more default values than field names")
        field_defaults = dict(zip(fields[len(fields) - len(defaults):], defaults))
    n = len(fields)

    def __new__(cls, /, *args, **keywords):
        if len(args) == n and not keywords:
            return tuple.__new__(cls, args)
        if len(args) > n:
            given = len(args) + 1 + len(keywords)
            least = n + 1 - len(field_defaults)
            wanted = f"from {least} to {n + 1}" if field_defaults else f"{n + 1}"
            plural = "" if n == 0 else "s"
            raise TypeError(f"{typename}.__new__() takes {wanted} positional argument{plural} but {given} were given")
        values = list(args)
        missing = []
        for name in fields[len(args):]:
            if name in keywords:
                values.append(keywords.pop(name))
            elif name in field_defaults:
                values.append(field_defaults[name])
            else:
                missing.append(name)
        for name in keywords:
            if name in fields:
                raise TypeError(f"{typename}.__new__() got multiple values for argument '{name}'")
            raise TypeError(f"{typename}.__new__() got an unexpected keyword argument '{name}'")
        if missing:
            shown = [repr(m) for m in missing]
            plural = "" if len(shown) == 1 else "s"
            if len(shown) == 1:
                text = shown[0]
            elif len(shown) == 2:
                text = " and ".join(shown)
            else:
                text = ", ".join(shown[:-1]) + ", and " + shown[-1]
            raise TypeError(
                f"{typename}.__new__() missing {len(shown)} required positional argument{plural}: {text}"
            )
        return tuple.__new__(cls, values)

    def _make(cls, iterable):
        values = tuple(iterable)
        if len(values) != n:
            raise TypeError(f"Expected {n} arguments, got {len(values)}")
        return tuple.__new__(cls, values)

    def _replace(self, /, **keywords):
        values = [keywords.pop(name, value) for name, value in zip(fields, self)]
        if keywords:
            raise TypeError(f"Got unexpected field names: {list(keywords)!r}")
        return self._make(values)

    def __repr__(self):
        shown = ", ".join([f"{name}={value!r}" for name, value in zip(fields, self)])
        return f"{type(self).__name__}({shown})"

    def _asdict(self):
        return dict(zip(fields, self))

    def __getnewargs__(self):
        return tuple(self)

    space = {
        "__doc__": f"{typename}({', '.join(fields)})",
        "__slots__": (),
        "_fields": fields,
        "_field_defaults": field_defaults,
        "__new__": __new__,
        "_make": classmethod(_make),
        "_replace": _replace,
        "__replace__": _replace,
        "__repr__": __repr__,
        "_asdict": _asdict,
        "__getnewargs__": __getnewargs__,
        "__match_args__": fields,
        "__module__": module or _native.caller(),
    }
    for i, name in enumerate(fields):
        space[name] = property(_itemgetter(i), doc=f"Alias for field number {i}")
    return type(typename, (tuple,), space)


_KEYWORDS = frozenset(
    "False None True and as assert async await break class continue def del elif else except finally for from global if"
    " import in is lambda nonlocal not or pass raise return try while with yield".split()
)


class ChainMap(abc.MutableMapping):
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for m in self.maps:
            try:
                # `key in m` would not ask a defaultdict.
                return m[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __len__(self):
        return len(set().union(*self.maps))

    def __iter__(self):
        d = {}
        for m in map(dict.fromkeys, reversed(self.maps)):
            d |= m
        return iter(d)

    def __contains__(self, key):
        for m in self.maps:
            if key in m:
                return True
        return False

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join([repr(m) for m in self.maps])})"

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        return cls(dict.fromkeys(iterable, value))

    def copy(self):
        return type(self)(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **keywords):
        if m is None:
            m = keywords
        elif keywords:
            m.update(keywords)
        return type(self)(m, *self.maps)

    @property
    def parents(self):
        return type(self)(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    def popitem(self):
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError("No keys found in the first mapping.")

    def pop(self, key, *default):
        try:
            return self.maps[0].pop(key, *default)
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    def clear(self):
        self.maps[0].clear()

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, abc.Mapping):
            return NotImplemented
        m = self.copy()
        m.maps[0].update(other)
        return m

    def __ror__(self, other):
        if not isinstance(other, abc.Mapping):
            return NotImplemented
        m = dict(other)
        for child in reversed(self.maps):
            m.update(child)
        return type(self)(m)


def __getattr__(name):
    if name in ("UserDict", "UserList", "UserString"):
        import _user_containers

        return getattr(_user_containers, name)
    import sys

    raise AttributeError(f"module 'collections' has no attribute {name!r}", name=name, obj=sys.modules["collections"])

