"""Classes made from annotations."""

from copy import deepcopy as _deepcopy


class FrozenInstanceError(AttributeError):
    pass


class _Missing:
    def __repr__(self):
        return "<dataclasses._MISSING_TYPE object>"


MISSING = _Missing()


class _KwOnly:
    pass


KW_ONLY = _KwOnly()


class InitVar:
    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = metadata or {}
        self.kw_only = kw_only
        self._kind = None

    def __repr__(self):
        return (
            f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
            f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},hash={self.hash!r},"
            f"compare={self.compare!r},metadata={self.metadata!r},kw_only={self.kw_only!r},_field_type={self._kind})"
        )


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is_classvar(t):
    if isinstance(t, str):
        return t.split("[")[0].strip().endswith("ClassVar")
    return getattr(t, "_is_classvar", False) or getattr(getattr(t, "__origin__", None), "_is_classvar", False)


def _is_initvar(t):
    if isinstance(t, str):
        return t.split("[")[0].strip().endswith("InitVar")
    return t is InitVar or isinstance(t, InitVar)


def _collect(cls, kw_only):
    fields = {}
    for base in reversed(cls.__mro__[1:]):
        for f in base.__dict__.get("__dataclass_fields__", {}).values():
            fields[f.name] = f
    only = kw_only
    for name, t in cls.__dict__.get("__annotations__", {}).items():
        if t is KW_ONLY or t == "KW_ONLY" or t == "dataclasses.KW_ONLY":
            only = True
            continue
        default = getattr(cls, name, MISSING) if name in cls.__dict__ else MISSING
        if isinstance(default, Field):
            f = default
            if f.default is not MISSING:
                setattr(cls, name, f.default)
            else:
                delattr(cls, name)
        else:
            f = field(default=default)
        f.name = name
        f.type = t
        f._kind = "_FIELD_CLASSVAR" if _is_classvar(t) else "_FIELD_INITVAR" if _is_initvar(t) else "_FIELD"
        if f.kw_only is MISSING:
            f.kw_only = only
        if f._kind != "_FIELD_CLASSVAR" and type(f.default).__hash__ is None:
            raise ValueError(f"mutable default {type(f.default)} for field {name} is not allowed: use default_factory")
        fields[name] = f
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get("__annotations__", {}):
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return fields


def _make_init(cls, fields, frozen):
    taken = [f for f in fields.values() if f.init and f._kind != "_FIELD_CLASSVAR"]
    places = [f for f in taken if not f.kw_only]
    seen_default = None
    for f in places:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen_default = f.name
        elif seen_default is not None:
            raise TypeError(f"non-default argument {f.name!r} follows default argument {seen_default!r}")
    names = tuple([f.name for f in places])
    every = tuple([(f, f.name) for f in fields.values() if f._kind != "_FIELD_CLASSVAR"])
    known = {f.name for f in taken}
    init_vars = [f.name for f in fields.values() if f._kind == "_FIELD_INITVAR"]
    least = len([f for f in places if f.default is MISSING and f.default_factory is MISSING])
    put = object.__setattr__ if frozen else setattr
    post = hasattr(cls, "__post_init__")
    owner = cls.__qualname__

    def __init__(self, /, *args, **keywords):
        n = len(args)
        if n > len(names):
            most = len(names) + 1
            wanted = f"{most}" if least == len(names) else f"from {least + 1} to {most}"
            plural = "" if wanted == "1" else "s"
            were = "was" if n + 1 == 1 else "were"
            raise TypeError(f"{owner}.__init__() takes {wanted} positional argument{plural} but {n + 1} {were} given")
        given = dict(zip(names, args))
        for name in keywords:
            if name not in known:
                raise TypeError(f"{owner}.__init__() got an unexpected keyword argument {name!r}")
            if name in given:
                raise TypeError(f"{owner}.__init__() got multiple values for argument {name!r}")
            given[name] = keywords[name]
        missing = [f for f in taken if f.name not in given and f.default is MISSING and f.default_factory is MISSING]
        if missing:
            _missing(owner, missing)
        extra = []
        for f, name in every:
            if name in given:
                value = given[name]
            elif f.default_factory is not MISSING:
                value = f.default_factory()
            elif f.default is not MISSING:
                value = f.default
            else:
                continue
            if f._kind == "_FIELD_INITVAR":
                extra.append(value)
            else:
                put(self, name, value)
        if post:
            self.__post_init__(*extra)

    __init__._taken = taken
    __init__.__annotations__ = {f.name: f.type for f in taken} | {"return": None}
    return __init__


def _missing(owner, fields):
    by_place = [f for f in fields if not f.kw_only]
    kind = "positional" if by_place else "keyword-only"
    shown = [repr(f.name) for f in (by_place or fields)]
    plural = "" if len(shown) == 1 else "s"
    if len(shown) > 2:
        text = ", ".join(shown[:-1]) + ", and " + shown[-1]
    else:
        text = " and ".join(shown)
    raise TypeError(f"{owner}.__init__() missing {len(shown)} required {kind} argument{plural}: {text}")


_showing = []


def _make_repr(fields):
    names = [f.name for f in fields.values() if f.repr and f._kind == "_FIELD"]

    def __repr__(self):
        for o in _showing:
            if o is self:
                return "..."
        _showing.append(self)
        try:
            shown = ", ".join([f"{n}={getattr(self, n)!r}" for n in names])
        finally:
            _showing.pop()
        return f"{type(self).__qualname__}({shown})"

    return __repr__


def _comparing(fields):
    return [f.name for f in fields.values() if f.compare and f._kind == "_FIELD"]


def _make_order(cls, names):
    def values(self):
        return tuple([getattr(self, n) for n in names])

    def __lt__(self, other):
        return values(self) < values(other) if other.__class__ is self.__class__ else NotImplemented

    def __le__(self, other):
        return values(self) <= values(other) if other.__class__ is self.__class__ else NotImplemented

    def __gt__(self, other):
        return values(self) > values(other) if other.__class__ is self.__class__ else NotImplemented

    def __ge__(self, other):
        return values(self) >= values(other) if other.__class__ is self.__class__ else NotImplemented

    for f in (__lt__, __le__, __gt__, __ge__):
        if f.__name__ in cls.__dict__:
            raise TypeError(
                f"Cannot overwrite attribute {f.__name__} in class {cls.__name__}. Consider using functools.total_ordering"
            )
        setattr(cls, f.__name__, f)


class _Params:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots", "weakref_slot")

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values):
            setattr(self, name, value)

    def __repr__(self):
        return f"_DataclassParams({','.join([f'{n}={getattr(self, n)!r}' for n in self.__slots__])})"


_Params.__name__ = _Params.__qualname__ = "_DataclassParams"


def _hint(t):
    if getattr(t, "__module__", None) == "typing":
        return repr(t).replace("typing.", "")
    if isinstance(t, type):
        return t.__qualname__ if t.__module__ == "builtins" else f"{t.__module__}.{t.__qualname__}"
    return repr(t)


def _signature(taken):
    out, star = [], False
    for f in [f for f in taken if not f.kw_only] + [f for f in taken if f.kw_only]:
        if f.kw_only and not star:
            out.append("*")
            star = True
        default = "" if f.default is MISSING else f" = {f.default!r}"
        out.append(f"{f.name}: {_hint(f.type)}{default if f.default_factory is MISSING else ' = <factory>'}")
    return f"({', '.join(out)})"


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    fields = _collect(cls, kw_only)
    cls.__dataclass_fields__ = fields
    cls.__dataclass_params__ = _Params(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    for base in cls.__mro__[1:]:
        params = base.__dict__.get("__dataclass_params__")
        if params is not None and params.frozen != frozen:
            if frozen:
                raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    own = cls.__dict__
    if init and "__init__" not in own:
        cls.__init__ = _make_init(cls, fields, frozen)
        cls.__init__.__qualname__ = f"{cls.__qualname__}.__init__"
    if repr and "__repr__" not in own:
        cls.__repr__ = _make_repr(fields)
        cls.__repr__.__qualname__ = f"{cls.__qualname__}.__repr__"
    names = _comparing(fields)
    if eq and "__eq__" not in own:

        def __eq__(self, other):
            if self is other:
                return True
            if other.__class__ is not self.__class__:
                return NotImplemented
            for n in names:
                if not getattr(self, n) == getattr(other, n):
                    return False
            return True

        cls.__eq__ = __eq__
    if order:
        if not eq:
            raise ValueError("eq must be true if order is true")
        _make_order(cls, names)
    if frozen:
        known = frozenset(fields)

        def __setattr__(self, name, value):
            if type(self) is cls or name in known:
                raise FrozenInstanceError(f"cannot assign to field {name!r}")
            super(cls, self).__setattr__(name, value)

        def __delattr__(self, name):
            if type(self) is cls or name in known:
                raise FrozenInstanceError(f"cannot delete field {name!r}")
            super(cls, self).__delattr__(name)

        cls.__setattr__ = __setattr__
        cls.__delattr__ = __delattr__
    has_hash = "__hash__" in own and own["__hash__"] is not None
    if unsafe_hash or (eq and frozen and not has_hash):
        hashed = [f.name for f in fields.values() if f._kind == "_FIELD" and (f.compare if f.hash is None else f.hash)]

        def __hash__(self):
            return hash(tuple([getattr(self, n) for n in hashed]))

        cls.__hash__ = __hash__
    elif eq and not has_hash:
        cls.__hash__ = None
    if match_args and "__match_args__" not in own:
        cls.__match_args__ = tuple(
            [f.name for f in fields.values() if f.init and not f.kw_only and f._kind != "_FIELD_CLASSVAR"]
        )
    if cls.__doc__ is None:
        cls.__doc__ = cls.__name__ + _signature([f for f in fields.values() if f.init and f._kind != "_FIELD_CLASSVAR"])
    if "__replace__" not in own:
        cls.__replace__ = replace
    if slots:
        cls = _with_slots(cls, fields)
    return cls


def _with_slots(cls, fields):
    space = dict(cls.__dict__)
    if "__slots__" in space:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    inherited = set()
    for base in cls.__mro__[1:]:
        inherited.update(base.__dict__.get("__slots__", ()))
    names = tuple([f.name for f in fields.values() if f._kind == "_FIELD" and f.name not in inherited])
    space["__slots__"] = names
    for n in names:
        space.pop(n, None)
    space.pop("__dict__", None)
    space.pop("__weakref__", None)
    made = type(cls)(cls.__name__, cls.__bases__, space)
    made.__qualname__ = cls.__qualname__
    return made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)

    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        found = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([f for f in found.values() if f._kind == "_FIELD"])


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, "__dataclass_fields__")


def _is_instance(obj):
    return hasattr(type(obj), "__dataclass_fields__")


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _to_dict(obj, dict_factory)


def _to_dict(obj, make):
    if _is_instance(obj):
        return make([(f.name, _to_dict(getattr(obj, f.name), make)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_to_dict(v, make) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_to_dict(v, make) for v in obj])
    if isinstance(obj, dict):
        return {_to_dict(k, make): _to_dict(v, make) for k, v in obj.items()}
    return _deepcopy(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _to_tuple(obj, tuple_factory)


def _to_tuple(obj, make):
    if _is_instance(obj):
        return make([_to_tuple(getattr(obj, f.name), make) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_to_tuple(v, make) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_to_tuple(v, make) for v in obj])
    if isinstance(obj, dict):
        return {_to_tuple(k, make): _to_tuple(v, make) for k, v in obj.items()}
    return _deepcopy(obj)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in obj.__dataclass_fields__.values():
        if f._kind == "_FIELD_CLASSVAR":
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._kind == "_FIELD_INITVAR" and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return type(obj)(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    space = dict(namespace or {})
    notes = {}
    for item in fields:
        if isinstance(item, str):
            notes[item] = "typing.Any"
        elif len(item) == 2:
            notes[item[0]] = item[1]
        else:
            notes[item[0]] = item[1]
            space[item[0]] = item[2]
    space["__annotations__"] = notes
    return dataclass(type(cls_name, bases, space), **options)
