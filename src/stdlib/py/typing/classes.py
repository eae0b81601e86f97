# The rest of `typing`: what classes derive from, decorators, and hints.


class _GenericAlias(GenericAlias):
    """A class with arguments."""

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __getitem__(self, args):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self!r}")
        return _subscripted(self.__origin__, GenericAlias.__getitem__(self, args).__args__)

    def __mro_entries__(self, bases):
        if self.__origin__ is Generic:
            at = bases.index(self) if self in bases else 0
            later = [b for b in bases[at + 1:] if isinstance(b, GenericAlias) and b is not self]
            if Protocol in bases or any([get_origin(b) is Protocol for b in bases]) or later and not isinstance(later[0], _Alias):
                return ()
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


def _subscripted(cls, args):
    made = _GenericAlias(cls, args)
    made.__parameters__ = _Bare(made, tuple([tuple(a) if isinstance(a, list) else a for a in made.__args__])).__parameters__
    return made


class Generic:
    _is_protocol = False

    def __new__(cls, *args, **keywords):
        if cls is Generic:
            raise TypeError("Type Generic cannot be instantiated; it can be used only as a base class")
        return super().__new__(cls)

    def __class_getitem__(cls, args):
        many = args if isinstance(args, tuple) else (args,)
        if cls is Generic or cls is Protocol:
            if not many:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            many = tuple([a.__args__[0] if get_origin(a) is Unpack else a for a in many])
            for a in many:
                if not isinstance(a, _Variable):
                    raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.")
            if len(set(many)) != len(many):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            return _GenericAlias(cls, many)
        wanted = cls.__parameters__
        many = tuple([_NoneType if a is None else ForwardRef(a) if isinstance(a, str) else a for a in many])
        if len(wanted) == 1 and isinstance(wanted[0], ParamSpec):
            if not (len(many) == 1 and (isinstance(many[0], (list, tuple, ParamSpec)) or many[0] is ... or get_origin(many[0]) is Concatenate)):
                many = (many,)
        elif not any([isinstance(p, TypeVarTuple) for p in wanted]):
            if not wanted:
                raise TypeError(f"{cls!r} is not a generic class")
            if len(many) < len(wanted):
                many += tuple([p.__default__ for p in wanted[len(many):] if p.has_default()])
            if len(many) != len(wanted):
                much = "many" if len(many) > len(wanted) else "few"
                least = "at least " if much == "few" and any([p.has_default() for p in wanted]) else ""
                n = len([p for p in wanted if not p.has_default()]) if least else len(wanted)
                raise TypeError(f"Too {much} arguments for {cls}; actual {len(many)}, expected {least}{n}")
        many = tuple([list(a) if isinstance(a, tuple) else a for a in many])
        return _subscripted(cls, many)

    def __init_subclass__(cls, *args, **keywords):
        super().__init_subclass__(*args, **keywords)
        bases = cls.__dict__.get("__orig_bases__", ())
        if Generic in bases if "__orig_bases__" in cls.__dict__ else Generic in cls.__bases__ and cls.__name__ != "Protocol":
            raise TypeError("Cannot inherit from plain Generic")
        found = []
        named = None
        for b in bases:
            if not isinstance(b, GenericAlias):
                continue
            if b.__origin__ in (Generic, Protocol):
                named = b.__parameters__
            for p in b.__parameters__:
                if p not in found:
                    found.append(p)
        if named is not None:
            missing = [repr(p) for p in found if p not in named]
            if missing:
                raise TypeError(f"Some type variables ({', '.join(missing)}) are not listed in Generic[{', '.join([repr(p) for p in named])}]")
            found = named
        cls.__parameters__ = tuple(found)


Generic.__module__ = "typing"
_PLAIN = ("__abstractmethods__ __annotations__ __dict__ __doc__ __init__ __module__ __new__ __slots__ __subclasshook__ __weakref__ "
          "__class_getitem__ __match_args__ __static_attributes__ __firstlineno__ __parameters__ __orig_bases__ __qualname__ "
          "_is_protocol _is_runtime_protocol __protocol_attrs__ __non_callable_proto_members__ _abc_registry _abc_impl "
          "__init_subclass__ __orig_class__ _MutableMapping__marker").split()


def _members(cls):
    names = set()
    for c in cls.__mro__[:-1]:
        if c.__name__ in ("Protocol", "Generic") and c.__module__ == "typing":
            continue
        names.update([n for n in [*c.__dict__, *c.__dict__.get("__annotations__", {})] if n not in _PLAIN and not n.startswith("_abc_")])
    return names


class _ProtocolMeta(_ABCMeta):
    def __subclasscheck__(cls, other):
        if cls.__dict__.get("_is_protocol") and cls is not Protocol:
            if not isinstance(other, type):
                raise TypeError("issubclass() arg 1 must be a class")
            if not cls._is_runtime_protocol:
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            data = sorted([n for n in cls.__protocol_attrs__ if not callable(getattr(cls, n, None))])
            if data:
                raise TypeError("Protocols with non-method members don't support issubclass()."
                                f" Non-method members: {str(data)[1:-1]}.")
            if cls in other.__mro__:
                return True
            return all([any([n in c.__dict__ and c.__dict__[n] is not None or n in c.__dict__.get("__annotations__", {}) and getattr(c, "_is_protocol", False) for c in other.__mro__])
                        for n in cls.__protocol_attrs__]) or _ABCMeta.__subclasscheck__(cls, other)
        return _ABCMeta.__subclasscheck__(cls, other)

    def __instancecheck__(cls, obj):
        if not cls.__dict__.get("_is_protocol") or cls is Protocol:
            return _ABCMeta.__instancecheck__(cls, obj)
        if not cls._is_runtime_protocol:
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if cls in type(obj).__mro__:
            return True
        nothing = object()
        for n in cls.__protocol_attrs__:
            v = getattr(obj, n, nothing)
            if v is nothing or v is None and callable(getattr(cls, n, None)):
                return any([issubclass(type(obj), c) for c in cls._abc_registry])
        return True


def _no_init(self, *args, **keywords):
    if type(self).__dict__.get("_is_protocol"):
        raise TypeError("Protocols cannot be instantiated")
    for c in type(self).__mro__:
        init = c.__dict__.get("__init__")
        if init is not None and init is not _no_init:
            return init(self, *args, **keywords)


class Protocol(Generic, metaclass=_ProtocolMeta):
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **keywords):
        super().__init_subclass__(*args, **keywords)
        cls._is_protocol = any([b is Protocol for b in cls.__bases__])
        if not cls._is_protocol:
            return
        for b in cls.__bases__:
            if not (b in (object, Generic, Protocol) or b.__dict__.get("_is_protocol") or b.__module__ in ("collections.abc", "contextlib")):
                raise TypeError(f"Protocols can only inherit from other protocols, got {b!r}")
        cls._is_runtime_protocol = False
        cls.__protocol_attrs__ = _members(cls)
        if "__init__" not in cls.__dict__:
            cls.__init__ = _no_init


Protocol.__module__ = "typing"


def runtime_checkable(cls):
    if not (isinstance(cls, type) and cls.__dict__.get("_is_protocol")):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


def is_protocol(tp, /):
    return isinstance(tp, type) and bool(tp.__dict__.get("_is_protocol")) and tp is not Protocol


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(tp.__protocol_attrs__)


def _supports(name, method):
    cls = _ProtocolMeta(name, (Protocol,), {method: abstractmethod(lambda self: None), "__module__": "typing"})
    return runtime_checkable(cls)


for _n in ("Int", "Float", "Complex", "Bytes", "Index", "Abs", "Round"):
    globals()["Supports" + _n] = _supports("Supports" + _n, f"__{_n.lower()}__")


AnyStr = TypeVar("AnyStr", bytes, str)


class IO(Generic[AnyStr]):
    pass


class TextIO(IO[str]):
    pass


class BinaryIO(IO[bytes]):
    pass


_RESERVED = ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types", "_make", "_replace",
             "_asdict", "_source")


class NamedTupleMeta(type):
    def __new__(mcls, name, bases, space):
        notes = {n: _checked(t, f"field {n} annotation must be a type") for n, t in space.get("__annotations__", {}).items()}
        fields = list(notes)
        defaults = []
        for n in fields:
            if n in space:
                defaults.append(n)
            elif defaults:
                s = "s" if len(defaults) > 1 else ""
                raise TypeError(f"Non-default namedtuple field {n} cannot follow default field{s} {', '.join(defaults)}")
        made = _collections.namedtuple(name, fields, defaults=[space[n] for n in defaults] or None, module=space.get("__module__"))
        for key, value in space.items():
            if key in _RESERVED:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in fields and key not in ("__module__", "__qualname__", "__classcell__"):
                setattr(made, key, value)
                hook = getattr(type(value), "__set_name__", None)
                if hook is not None:
                    hook(value, made, key)
        made.__annotations__ = notes
        if Generic in bases:
            made.__class_getitem__ = classmethod(lambda cls, args: GenericAlias(cls, args))
        made.__orig_bases__ = (NamedTuple,)
        return made


class _NamedTupleMaker:
    __name__ = __qualname__ = "NamedTuple"

    def __call__(self, typename, fields=None, /, **keywords):
        items = list(fields.items()) if isinstance(fields, dict) else list(fields or keywords.items())
        notes = {n: _checked(t, f"field {n} annotation must be a type") for n, t in items}
        made = _collections.namedtuple(typename, [n for n, _ in items], module=_sys._getframe(0).f_globals.get("__name__"))
        made.__annotations__ = notes
        made.__orig_bases__ = (self,)
        return made

    def __mro_entries__(self, bases):
        return (_NamedTupleBase,)

    def __repr__(self):
        return "<function NamedTuple at 0x7f3a5c0f1260>"


_NamedTupleBase = type.__new__(NamedTupleMeta, "NamedTuple", (), {})
NamedTuple = _NamedTupleMaker()


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, space, total=True):
        cls = type.__new__(mcls, name, (dict,), {k: v for k, v in space.items() if k != "__classcell__"})
        notes, required, optional, fixed = {}, set(), set(), set()
        for b in bases:
            notes.update(b.__dict__.get("__annotations__", {}))
            required |= b.__dict__.get("__required_keys__", set())
            optional |= b.__dict__.get("__optional_keys__", set())
            fixed |= b.__dict__.get("__readonly_keys__", set())
        message = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        for n, t in space.get("__annotations__", {}).items():
            t = ForwardRef(t, module=space.get("__module__")) if isinstance(t, str) else _checked(t, message)
            notes[n] = t
            need = total
            while get_origin(t) in (Annotated, Required, NotRequired, ReadOnly):
                if get_origin(t) is ReadOnly:
                    fixed.add(n)
                elif get_origin(t) is not Annotated:
                    need = get_origin(t) is Required
                t = get_args(t)[0]
            required.discard(n)
            optional.discard(n)
            (required if need else optional).add(n)
        cls.__annotations__ = notes
        cls.__required_keys__, cls.__optional_keys__ = frozenset(required), frozenset(optional)
        cls.__readonly_keys__, cls.__mutable_keys__ = frozenset(fixed), frozenset(set(notes) - fixed)
        cls.__total__ = total
        cls.__orig_bases__ = (TypedDict,) if _TypedDictBase in bases else bases
        return cls

    def __call__(cls, *args, **keywords):
        return dict(*args, **keywords)

    def __instancecheck__(cls, obj):
        raise TypeError("TypedDict does not support instance and class checks")

    def __subclasscheck__(cls, sub):
        raise TypeError("TypedDict does not support instance and class checks")


class _TypedDictMaker:
    __name__ = __qualname__ = "TypedDict"

    def __call__(self, typename, fields={}, /, *, total=True):
        space = {"__annotations__": dict(fields), "__module__": _sys._getframe(0).f_globals.get("__name__")}
        return _TypedDictMeta(typename, (_TypedDictBase,), space, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDictBase,)

    def __repr__(self):
        return "<function TypedDict at 0x7f3a5c0f1300>"


_TypedDictBase = type.__new__(_TypedDictMeta, "TypedDict", (dict,), {})
TypedDict = _TypedDictMaker()


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta) and tp is not _TypedDictBase


class NewType:
    def __init__(self, name, tp):
        self.__name__ = name.rpartition(".")[2]
        self.__qualname__ = name
        self.__supertype__ = tp
        self.__module__ = _sys._getframe(0).f_globals.get("__name__")

    def __call__(self, x, /):
        return x

    def __mro_entries__(self, bases):
        name = self.__name__

        class _Refuses:
            def __init_subclass__(cls):
                raise TypeError("Cannot subclass an instance of NewType. Perhaps you were looking for: "
                                f"`{cls.__name__} = NewType({cls.__name__!r}, {name})`")

        return (_Refuses,)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __reduce__(self):
        return self.__qualname__

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"


def cast(typ, val):
    return val


_overloads = {}


def _refused(*args, **keywords):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module "
        "should always be followed by an implementation that is not @overload-ed."
    )


def overload(func):
    inner = getattr(func, "__func__", func)
    key = (getattr(inner, "__module__", None), getattr(inner, "__qualname__", None))
    rows = _overloads.setdefault(key, {})
    code = getattr(inner, "__code__", None)
    rows[getattr(code, "co_firstlineno", None)] = func
    return _refused


def get_overloads(func):
    inner = getattr(func, "__func__", func)
    return list(_overloads.get((inner.__module__, inner.__qualname__), {}).values())


def clear_overloads():
    _overloads.clear()


def _mark(arg, name):
    try:
        setattr(arg, name, True)
    except (AttributeError, TypeError):
        pass
    return arg


def final(f):
    return _mark(f, "__final__")


def override(method, /):
    return _mark(method, "__override__")


def no_type_check(arg):
    return _mark(arg, "__no_type_check__")


def no_type_check_decorator(decorator):
    import functools

    @functools.wraps(decorator)
    def wrapped(*args, **keywords):
        return no_type_check(decorator(*args, **keywords))

    return wrapped


def _meant(t, space, local):
    """A hint with the names in quotes looked up."""
    if isinstance(t, str):
        t = ForwardRef(t)
    if isinstance(t, ForwardRef):
        return _meant(_checked(eval(t.__forward_arg__, space, local), "Forward references must evaluate to types."), space, local)
    if isinstance(t, _Annotated):
        return _Annotated(_meant(t.__origin__, space, local), t.__metadata__)
    if get_origin(t) is Literal:
        return t
    if isinstance(t, (_Alias, _GenericAlias)) or type(t) is GenericAlias or isinstance(t, _UnionType):
        args = tuple([_meant(a, space, local) if isinstance(a, (str, ForwardRef, GenericAlias, _UnionType)) else a for a in t.__args__])
        if args == t.__args__:
            return t
        if isinstance(t, _UnionType):
            whole = args[0]
            for a in args[1:]:
                whole = whole | a
            return whole
        if isinstance(t, _Alias):
            return Union[args] if t._special is Union else _Alias(t._special, args)
        return type(t)(t.__origin__, args)
    return t


def _bare(t):
    """A hint without Annotated, Required and the like."""
    if isinstance(t, _Annotated):
        return _bare(t.__origin__)
    if get_origin(t) in (Required, NotRequired, ReadOnly):
        return _bare(t.__args__[0])
    if isinstance(t, _Alias) or type(t) is GenericAlias:
        args = tuple([_bare(a) for a in t.__args__])
        if args != t.__args__:
            return _Alias(t._special, args) if isinstance(t, _Alias) else GenericAlias(t.__origin__, args)
    return t


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}

    def add(notes, space, local):
        for name, t in notes.items():
            t = _meant(_NoneType if t is None else t, space, local)
            hints[name] = t if include_extras else _bare(t)

    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            module = _sys.modules.get(base.__module__)
            space = (module.__dict__ if module is not None else {}) if globalns is None else globalns
            add(base.__dict__.get("__annotations__", {}), space, dict(vars(base)) if localns is None else localns)
        return hints
    inner = obj
    while hasattr(inner, "__wrapped__"):
        inner = inner.__wrapped__
    space = globalns
    if space is None:
        space = obj.__dict__ if type(obj).__name__ == "module" else getattr(inner, "__globals__", {})
    notes = getattr(obj, "__annotations__", None)
    if notes is None:
        if callable(obj) or type(obj).__name__ == "module":
            return {}
        raise TypeError(f"{obj!r} is not a module, class, method, or function.")
    add(notes, space, space if localns is None else localns)
    return hints


def assert_never(arg, /):
    text = repr(arg)
    raise AssertionError(f"Expected code to be unreachable, but got: {text if len(text) <= 100 else text[:100] + '...'}")


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    print(f"Runtime type is {type(obj).__name__!r}", file=_sys.stderr)
    return obj


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False, field_specifiers=(),
                        **keywords):
    def decorator(cls):
        cls.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
            "frozen_default": frozen_default, "field_specifiers": field_specifiers, "kwargs": keywords}
        return cls

    return decorator


type _T = int
TypeAliasType = type(_T)
