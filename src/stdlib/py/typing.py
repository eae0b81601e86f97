"""Names for annotations; at run time they mean little."""

import collections as _collections
from collections import abc as _abc
from abc import ABCMeta as _ABCMeta, abstractmethod
from types import GenericAlias, UnionType as _UnionType


class _Special:
    """A name that may stand in annotations, with or without parameters."""

    def __init__(self, name, origin=None):
        self._name = name
        self.__origin__ = origin
        self._is_classvar = name == "ClassVar"

    def __getitem__(self, args):
        if self._name == "Optional":
            return args | None if isinstance(args, (type, _UnionType, GenericAlias)) else Union[args, None]
        if self._name == "Union":
            args = args if isinstance(args, tuple) else (args,)
            flat = []
            for a in args:
                if a is None:
                    a = type(None)
                if isinstance(a, _Alias) and a.__origin__ is Union:
                    flat.extend([x for x in a.__args__ if x not in flat])
                elif a not in flat:
                    flat.append(a)
            return flat[0] if len(flat) == 1 else _Alias(self, tuple(flat))
        if self._name == "Annotated":
            return args[0]
        return _Alias(self, args if isinstance(args, tuple) else (args,))

    def __call__(self, *args, **keywords):
        if self.__origin__ is None:
            raise TypeError(f"Type {self._name} cannot be instantiated; use a class")
        return self.__origin__(*args, **keywords)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        if self.__origin__ is None:
            raise TypeError(f"Cannot subclass {self!r}")
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        if self.__origin__ is None:
            raise TypeError(f"{self!r} cannot be used with isinstance()")
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        if self.__origin__ is None:
            raise TypeError(f"{self!r} cannot be used with issubclass()")
        return issubclass(cls, self.__origin__)

    def __repr__(self):
        return "typing." + self._name


def _shown(t):
    if t is type(None):
        return "None"
    if t is ...:
        return "..."
    if isinstance(t, list):
        return "[" + ", ".join([_shown(x) for x in t]) + "]"
    if isinstance(t, type):
        return t.__qualname__ if t.__module__ == "builtins" else f"{t.__module__}.{t.__qualname__}"
    return repr(t)


class _Alias:
    def __init__(self, special, args):
        self._special = special
        self.__origin__ = special.__origin__ or special
        self.__args__ = args
        self._is_classvar = special._is_classvar

    def __call__(self, *args, **keywords):
        return self._special(*args, **keywords)

    def __getitem__(self, args):
        return self

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        return self._special.__mro_entries__(bases)

    def __instancecheck__(self, obj):
        if self._special is Union:
            return any([isinstance(obj, a) for a in self.__args__])
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        if self._special is Union:
            return other._special is Union and set(self.__args__) == set(other.__args__)
        return self._special is other._special and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self._special._name, self.__args__))

    def __repr__(self):
        if self._special is Union and len(self.__args__) == 2 and type(None) in self.__args__:
            other = [a for a in self.__args__ if a is not type(None)][0]
            return f"typing.Optional[{_shown(other)}]"
        if self._special is Callable and len(self.__args__) == 2:
            return f"typing.Callable[{_shown(self.__args__[0])}, {_shown(self.__args__[1])}]"
        return f"{self._special!r}[{', '.join([_shown(a) for a in self.__args__])}]"


class Any:
    def __new__(cls, *args, **keywords):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


Union = _Special("Union")
Optional = _Special("Optional")
ClassVar = _Special("ClassVar")
Final = _Special("Final")
Literal = _Special("Literal")
Annotated = _Special("Annotated")
Concatenate = _Special("Concatenate")
TypeGuard = _Special("TypeGuard")
TypeIs = _Special("TypeIs")
Required = _Special("Required")
NotRequired = _Special("NotRequired")
ReadOnly = _Special("ReadOnly")
Unpack = _Special("Unpack")
NoReturn = _Special("NoReturn")
Never = _Special("Never")
Self = _Special("Self")
LiteralString = _Special("LiteralString")
TypeAlias = _Special("TypeAlias")
List = _Special("List", list)
Dict = _Special("Dict", dict)
Set = _Special("Set", set)
FrozenSet = _Special("FrozenSet", frozenset)
Tuple = _Special("Tuple", tuple)
Type = _Special("Type", type)
DefaultDict = _Special("DefaultDict", _collections.defaultdict)
OrderedDict = _Special("OrderedDict", _collections.OrderedDict)
Counter = _Special("Counter", _collections.Counter)
ChainMap = _Special("ChainMap", _collections.ChainMap)
Deque = _Special("Deque", _collections.deque)
Callable = _Special("Callable", _abc.Callable)
Iterable = _Special("Iterable", _abc.Iterable)
Iterator = _Special("Iterator", _abc.Iterator)
Generator = _Special("Generator", _abc.Generator)
Sequence = _Special("Sequence", _abc.Sequence)
MutableSequence = _Special("MutableSequence", _abc.MutableSequence)
Mapping = _Special("Mapping", _abc.Mapping)
MutableMapping = _Special("MutableMapping", _abc.MutableMapping)
AbstractSet = _Special("AbstractSet", _abc.Set)
MutableSet = _Special("MutableSet", _abc.MutableSet)
Collection = _Special("Collection", _abc.Collection)
Container = _Special("Container", _abc.Container)
Hashable = _Special("Hashable", _abc.Hashable)
Sized = _Special("Sized", _abc.Sized)
Reversible = _Special("Reversible", _abc.Reversible)
KeysView = _Special("KeysView", _abc.KeysView)
ValuesView = _Special("ValuesView", _abc.ValuesView)
ItemsView = _Special("ItemsView", _abc.ItemsView)
Awaitable = _Special("Awaitable", _abc.Awaitable)
Coroutine = _Special("Coroutine", _abc.Coroutine)
AsyncIterable = _Special("AsyncIterable", _abc.AsyncIterable)
AsyncIterator = _Special("AsyncIterator", _abc.AsyncIterator)
AsyncGenerator = _Special("AsyncGenerator", _abc.AsyncGenerator)
ContextManager = _Special("ContextManager")
AsyncContextManager = _Special("AsyncContextManager")
Pattern = _Special("Pattern")
Match = _Special("Match")
IO = _Special("IO")
TextIO = _Special("TextIO")
BinaryIO = _Special("BinaryIO")
Text = str
AnyStr = None
TYPE_CHECKING = False


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False,
                 default=None):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__


class ParamSpec(TypeVar):
    @property
    def args(self):
        return self

    @property
    def kwargs(self):
        return self


class TypeVarTuple(TypeVar):
    def __iter__(self):
        yield self


AnyStr = TypeVar("AnyStr", bytes, str)


class Generic:
    def __class_getitem__(cls, args):
        return GenericAlias(cls, args)


class _ProtocolMeta(_ABCMeta):
    def __instancecheck__(cls, obj):
        names = cls.__dict__.get("_members")
        if names is None:
            return super().__instancecheck__(obj)
        if not cls.__dict__.get("_runtime"):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        return all([hasattr(obj, n) for n in names])

    def __subclasscheck__(cls, sub):
        names = cls.__dict__.get("_members")
        if names is None or not cls.__dict__.get("_runtime"):
            return super().__subclasscheck__(sub)
        return all([hasattr(sub, n) for n in names])


class Protocol(metaclass=_ProtocolMeta):
    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        if Protocol in cls.__bases__:
            names = set()
            for c in cls.__mro__:
                if c is Protocol or c is object or c is Generic:
                    continue
                names.update([n for n in c.__dict__ if not n.startswith("__") or n in ("__call__", "__len__", "__iter__", "__enter__", "__exit__", "__lt__", "__getitem__")])
                names.update(c.__dict__.get("__annotations__", {}))
            cls._members = sorted([n for n in names if n not in ("_members", "_runtime", "_abc_registry")])

    def __class_getitem__(cls, args):
        return GenericAlias(cls, args)


def runtime_checkable(cls):
    cls._runtime = True
    return cls


class SupportsInt(Protocol):
    _members, _runtime = ["__int__"], True


class SupportsFloat(Protocol):
    _members, _runtime = ["__float__"], True


class SupportsIndex(Protocol):
    _members, _runtime = ["__index__"], True


class SupportsAbs(Protocol):
    _members, _runtime = ["__abs__"], True


class NamedTupleMeta(type):
    def __new__(mcls, name, bases, space):
        notes = space.get("__annotations__", {})
        fields = list(notes)
        defaults = [space[n] for n in fields if n in space]
        made = _collections.namedtuple(name, fields, defaults=defaults or None, module=space.get("__module__"))
        for key, value in space.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_make", "_replace", "_asdict"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in fields and key not in ("__module__", "__qualname__", "__classcell__"):
                setattr(made, key, value)
        made.__annotations__ = dict(notes)
        return made


class _NamedTupleMaker:
    def __call__(self, typename, fields=None, /, **keywords):
        items = list(fields.items()) if isinstance(fields, dict) else list(fields or keywords.items())
        return _collections.namedtuple(typename, [n for n, _ in items])

    def __mro_entries__(self, bases):
        return (_NamedTupleBase,)


_NamedTupleBase = type.__new__(NamedTupleMeta, "NamedTuple", (), {})
NamedTuple = _NamedTupleMaker()


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, space, total=True):
        cls = type.__new__(mcls, name, (dict,), space)
        notes = {}
        for b in bases:
            notes.update(getattr(b, "__annotations__", {}))
        notes.update(space.get("__annotations__", {}))
        cls.__annotations__ = notes
        cls.__total__ = total
        return cls

    def __call__(cls, *args, **keywords):
        return dict(*args, **keywords)

    def __instancecheck__(cls, obj):
        raise TypeError("TypedDict does not support instance and class checks")


class _TypedDictMaker:
    def __call__(self, typename, fields, /, *, total=True):
        return _TypedDictMeta(typename, (), {"__annotations__": dict(fields)}, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDictBase,)


_TypedDictBase = type.__new__(_TypedDictMeta, "TypedDict", (dict,), {})
TypedDict = _TypedDictMaker()


class NewType:
    def __init__(self, name, tp):
        self.__name__ = name
        self.__supertype__ = tp

    def __call__(self, x):
        return x

    def __or__(self, other):
        return Union[self, other]

    def __repr__(self):
        return f"__main__.{self.__name__}"


def cast(typ, val):
    return val


def overload(func):
    def refused(*args, **keywords):
        raise NotImplementedError(
            "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module "
            "should always be followed by an implementation that is not @overload-ed."
        )

    return refused


def final(f):
    return f


def override(f):
    return f


def no_type_check(f):
    return f


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            hints.update(base.__dict__.get("__annotations__", {}))
    else:
        hints.update(getattr(obj, "__annotations__", {}))
    return hints


def get_origin(tp):
    if isinstance(tp, _Alias):
        return tp.__origin__
    if isinstance(tp, GenericAlias):
        return tp.__origin__
    if isinstance(tp, _UnionType):
        return _UnionType
    return None


def get_args(tp):
    return getattr(tp, "__args__", ())


def assert_never(arg, /):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    return obj


def dataclass_transform(**keywords):
    return lambda cls: cls


def ForwardRef(arg):
    return arg
