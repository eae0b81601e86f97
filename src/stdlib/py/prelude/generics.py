# Classes with parameters: list[int], int | None, type variables.


class GenericAlias:
    __module__ = "types"

    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = _parameters(self.__args__)

    def __call__(self, *args, **keywords):
        made = self.__origin__(*args, **keywords)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return made

    def __getattr__(self, name):
        return getattr(self.__origin__, name)

    def __getitem__(self, args):
        return type(self)(self.__origin__, _substituted(self, args))

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __iter__(self):
        made = type(self)(self.__origin__, self.__args__)
        made.__unpacked__ = True
        yield made

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)

    def __eq__(self, other):
        if not isinstance(other, GenericAlias):
            return NotImplemented
        return self.__origin__ is other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __instancecheck__(self, obj):
        raise TypeError("isinstance() argument 2 cannot be a parameterized generic")

    def __subclasscheck__(self, cls):
        raise TypeError("issubclass() argument 2 cannot be a parameterized generic")

    def __repr__(self):
        star = "*" if "__unpacked__" in self.__dict__ else ""
        return star + _type_text(self.__origin__) + "[" + (", ".join([_type_text(a) for a in self.__args__]) or "()") + "]"


def _parameters(args):
    out = []
    for a in args:
        if isinstance(a, type):
            continue
        if type(a).__name__ in ("TypeVar", "ParamSpec", "TypeVarTuple"):
            found = (a,)
        elif isinstance(a, (list, tuple)):
            found = _parameters(a)
        else:
            found = getattr(a, "__parameters__", ())
        for p in found:
            if p not in out:
                out.append(p)
    return tuple(out)


def _substituted(alias, given):
    # The arguments with what is given in place of the type variables, in the order of their appearance.
    wanted = alias.__parameters__
    if not wanted:
        raise TypeError(f"{alias!r} is not a generic class")
    given = given if isinstance(given, tuple) else (given,)
    n = len(wanted)
    kinds = [type(p).__name__ for p in wanted]
    if n == 1 and kinds[0] == "ParamSpec" and not (len(given) == 1 and isinstance(given[0], list)):
        given = (list(given),)
    elif "TypeVarTuple" in kinds:
        at = kinds.index("TypeVarTuple")
        end = len(given) - (n - at - 1)
        given = given[:at] + (given[at:end],) + given[end:]
    if len(given) != n:
        many, least = ("many", "") if len(given) > n else ("few", "at least ")
        raise TypeError(f"Too {many} arguments for {alias!r}; actual {len(given)}, expected {least}{n}")
    values = dict(zip(wanted, given))

    def put(a):
        if a in wanted:
            return values[a]
        return a[tuple([values[p] for p in a.__parameters__])]

    out = []
    for a in alias.__args__:
        if isinstance(a, list):
            out.append([values[x] if x in wanted else x for x in a])
        elif isinstance(a, type) or not _parameters((a,)):
            out.append(a)
        elif type(a).__name__ == "TypeVarTuple" or type(a).__name__ == "ParamSpec" and isinstance(values[a], list):
            out.extend(values[a])
        else:
            out.append(put(a))
    return tuple(out)


def _type_text(t):
    if t is ...:
        return "..."
    if isinstance(t, type):
        return t.__qualname__ if t.__module__ == "builtins" else t.__module__ + "." + t.__qualname__
    if isinstance(t, list):
        return "[" + ", ".join([_type_text(x) for x in t]) + "]"
    return repr(t)


class UnionType:
    __module__ = "types"

    def __new__(cls, *args, **keywords):
        raise TypeError("cannot create 'types.UnionType' instances")

    @property
    def __parameters__(self):
        return _parameters(self.__args__)

    def __getitem__(self, args):
        return _union(*_substituted(self, args))

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)

    def __instancecheck__(self, obj):
        for a in self.__args__:
            if isinstance(obj, a):
                return True
        return False

    def __subclasscheck__(self, cls):
        for a in self.__args__:
            if issubclass(cls, a):
                return True
        return False

    def __eq__(self, other):
        return set(self.__args__) == set(other.__args__) if isinstance(other, UnionType) else NotImplemented

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        return " | ".join(["None" if a is type(None) else _type_text(a) for a in self.__args__])


def _union(*parts):
    flat = []
    for p in parts:
        if p is None:
            p = type(None)
        for a in p.__args__ if isinstance(p, UnionType) else (p,):
            if a not in flat:
                flat.append(a)
    if len(flat) == 1:
        return flat[0]
    made = object.__new__(UnionType)
    made.__args__ = tuple(flat)
    return made


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, default=None, **rest):
        self.__name__ = name
        self.__bound__ = bound
        self.__constraints__ = constraints
        self._mark = "+" if covariant else "-" if contravariant else "" if rest.get("infer_variance") else "~"

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)

    def __getattr__(self, name):
        if name in ("args", "kwargs"):
            return self
        raise AttributeError(f"'TypeVar' object has no attribute '{name}'")

    def __repr__(self):
        return self._mark + self.__name__


class Generic:
    def __class_getitem__(cls, args):
        return GenericAlias(cls, args)


_GENERIC = (list, tuple, dict, set, frozenset, type, _deque, BaseExceptionGroup)


def type_variable(name):
    return TypeVar(name, infer_variance=True)


class TypeAliasType:
    def __init__(self, name, value=None, *, type_params=()):
        self.__name__ = name
        self._value = value
        self._make = None
        self.__type_params__ = type_params
        self.__parameters__ = type_params

    # What a `type` statement says is computed when it is asked for.
    @property
    def __value__(self):
        if self._make is not None:
            self._value = self._make()
            self._make = None
        return self._value

    def __or__(self, other):
        return _union(self, other)

    def __getitem__(self, args):
        return GenericAlias(self, args)

    def __repr__(self):
        return self.__name__


def type_alias(name, make, params):
    made = TypeAliasType(name, type_params=params)
    made._make = make
    return made


class member_descriptor:
    # What a name in __slots__ is when read through the class.
    def __init__(self, cls, name):
        self.__objclass__ = cls
        self.__name__ = name

    def __get__(self, obj, cls=None):
        return self if obj is None else _raw_getattr(obj, self.__name__)

    def __set__(self, obj, value):
        object.__setattr__(obj, self.__name__, value)

    def __delete__(self, obj):
        object.__delattr__(obj, self.__name__)

    def __repr__(self):
        return f"<member {self.__name__!r} of {self.__objclass__.__name__!r} objects>"


def _raw_getattr(obj, name):
    return object.__getattribute__(obj, name)


# ---- match statements


def match_sequence(subject, before, after):
    # The items; with `after` not -1, those between the first and the last as one list.
    if isinstance(subject, (str, bytes, bytearray)):
        return None
    if not isinstance(subject, (list, tuple, range, _deque)) and not getattr(type(subject), "__match_sequence__", False):
        return None
    n = len(subject)
    if after < 0:
        return tuple(subject) if n == before else None
    if n < before + after:
        return None
    items = list(subject)
    end = n - after
    return (*items[:before], items[before:end], *items[end:])


def match_mapping(subject):
    return isinstance(subject, dict) or bool(getattr(type(subject), "__match_mapping__", False))


def match_keys(subject, keys):
    out = []
    for k in keys:
        v = subject.get(k, _missing)
        if v is _missing:
            return None
        out.append(v)
    return tuple(out)


_missing = object()


def match_rest(subject, keys):
    return {k: subject[k] for k in subject if k not in keys}


_SELF_MATCH = (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple)


def match_class(subject, cls, count, names):
    if not isinstance(cls, type):
        raise TypeError("called match pattern must be a class")
    if not isinstance(subject, cls):
        return None
    out = []
    if count:
        order = getattr(cls, "__match_args__", None)
        if order is None and issubclass(cls, _SELF_MATCH):
            if count > 1:
                raise TypeError(f"{cls.__name__}() accepts 1 positional sub-pattern ({count} given)")
            out.append(subject)
        else:
            order = order or ()
            if count > len(order):
                n = len(order)
                plural = "" if n == 1 else "s"
                raise TypeError(f"{cls.__name__}() accepts {n} positional sub-pattern{plural} ({count} given)")
            names = tuple(order[:count]) + tuple(names)
    for name in names:
        try:
            out.append(getattr(subject, name))
        except AttributeError:
            return None
    return tuple(out)
