"""Names for annotations: special forms, their arguments, type variables."""

import collections as _collections
import contextlib as _contextlib
import sys as _sys
from collections import abc as _abc
from abc import ABCMeta as _ABCMeta, abstractmethod
from types import GenericAlias, UnionType as _UnionType

_NoneType = type(None)


class ForwardRef:
    """A name in quotes: what it means is found by get_type_hints()."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        try:
            compile(arg, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_module__ = module
        self.__forward_is_class__ = is_class

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__ and self.__forward_module__ == other.__forward_module__

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        module = "" if self.__forward_module__ is None else f", module={self.__forward_module__!r}"
        return f"ForwardRef({self.__forward_arg__!r}{module})"


def _checked(arg, message, plain=False):
    """An argument of a form as it is kept; TypeError when it is no type."""
    if arg is None:
        return _NoneType
    if isinstance(arg, str):
        return ForwardRef(arg)
    if arg in (Generic, Protocol) or isinstance(arg, _Special) and arg._name in ("ClassVar", "Final") and not plain:
        raise TypeError(f"Plain {arg!r} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{message} Got {arg!r:.100}.")
    return arg


def _flat(parts):
    out = []
    for p in parts:
        for a in p.__args__ if isinstance(p, _UnionType) or get_origin(p) is Union else (p,):
            if a not in out:
                out.append(a)
    return tuple(out)


def _literals(args):
    out = []
    for a in args:
        for v in a.__args__ if get_origin(a) is Literal else (a,):
            if not any([v == o and type(v) is type(o) for o in out]):
                out.append(v)
    return tuple(out)


class _Special:
    """A name that may stand in annotations, with or without arguments. `count` is how many it takes; -1 for any."""

    def __init__(self, name, origin=None, count=-1):
        self._name = self.__name__ = self.__qualname__ = name
        if origin is not None:
            self.__origin__ = origin
        self._count = count
        self._is_classvar = name == "ClassVar"

    __module__ = "typing"

    def _class(self):
        return self.__dict__.get("__origin__")

    def __getitem__(self, args):
        name = self._name
        many = args if isinstance(args, tuple) else (args,)
        if name == "Literal":
            return _Alias(self, _literals(many))
        if name in ("Union", "Optional"):
            if many == ():
                raise TypeError("Cannot take a Union of no types.")
            if name == "Optional":
                many = (_checked(args, f"{self} requires a single type."), _NoneType)
            else:
                many = [_checked(a, "Union[arg, ...]: each arg must be a type.") for a in many]
            many = _flat(many)
            return many[0] if len(many) == 1 else _Alias(Union, many)
        if name == "Annotated":
            if len(many) < 2:
                raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
            kind, notes = _checked(many[0], "Annotated[t, ...]: t must be a type.", True), many[1:]
            if isinstance(kind, _Annotated):
                kind, notes = kind.__origin__, kind.__metadata__ + notes
            return _Annotated(kind, notes)
        if name == "Callable":
            if not isinstance(args, tuple) or len(args) != 2:
                raise TypeError("Callable must be used as Callable[[arg, ...], result].")
            taken, result = args
            result = _checked(result, "Callable[args, result]: result must be a type.")
            if taken is not ... and not isinstance(taken, (list, tuple, ParamSpec)) and get_origin(taken) is not Concatenate:
                taken = (taken,)
            if isinstance(taken, (list, tuple)):
                first = tuple([_checked(a, "Callable[[arg, ...], result]: each arg must be a type.") for a in taken])
                return _Alias(self, (*first, result))
            return _Alias(self, (taken, result))
        if self._class() is None and name in ("Any", "NoReturn", "Never", "Self", "LiteralString", "TypeAlias"):
            raise TypeError(f"{self} is not subscriptable")
        if name == "Concatenate":
            if not (many[-1] is ... or isinstance(many[-1], ParamSpec)):
                raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
            return _ConcatenateGenericAlias(self, tuple([a if a is ... else _checked(a, "Concatenate[arg, ...]: each arg must be a type.") for a in many]))
        if name == "Tuple":
            kept = [a if a is ... else _checked(a, "Tuple[t0, t1, ...]: each t must be a type.") for a in many]
            return _Alias(self, tuple(kept))
        if self._class() is None:
            if len(many) != 1:
                raise TypeError(f"{self} accepts only single type. Got {args}.")
            return _Alias(self, (_checked(args, f"{self} accepts only single type."),))
        kept = tuple([_checked(a, "Parameters to generic types must be types.") for a in many])
        if self._count >= 0 and len(kept) != self._count and not (self._name in ("Generator", "AsyncGenerator") and kept):
            much = "many" if len(kept) > self._count else "few"
            raise TypeError(f"Too {much} arguments for {self}; actual {len(kept)}, expected {self._count}")
        return _Alias(self, kept)

    def __call__(self, *args, **keywords):
        origin = self._class()
        if origin is None:
            raise TypeError(f"Cannot instantiate {self!r}")
        if origin.__module__ == "builtins":
            raise TypeError(f"Type {self._name} cannot be instantiated; use {origin.__name__}() instead")
        return origin(*args, **keywords)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        origin = self._class()
        if origin is None:
            raise TypeError(f"Cannot subclass {self!r}")
        return (origin,)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        if self._class() is None:
            raise TypeError(f"{self!r} cannot be used with issubclass()")
        return issubclass(cls, self.__origin__)

    def __getattr__(self, name):
        if name.startswith("__") or self._class() is None:
            raise AttributeError(f"'_SpecialForm' object has no attribute {name!r}")
        return getattr(self.__origin__, name)

    def __reduce__(self):
        return self._name

    def __repr__(self):
        return "typing." + self._name


def _shown(t):
    if t is ...:
        return "..."
    if isinstance(t, (list, tuple)):
        return "[" + ", ".join([_shown(x) for x in t]) + "]"
    if isinstance(t, type):
        return t.__qualname__ if t.__module__ == "builtins" else f"{t.__module__}.{t.__qualname__}"
    if callable(t) and type(t).__name__ == "function":
        return t.__name__
    return repr(t)


class _Alias(GenericAlias):
    """A form with arguments."""

    def __init__(self, special, args):
        GenericAlias.__init__(self, special._class() or special, args)
        self._special = special
        self._name = special._name
        self._is_classvar = special._is_classvar
        self.__module__ = "typing"

    def __call__(self, *args, **keywords):
        made = self._special(*args, **keywords)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return made

    def __getitem__(self, args):
        if self._special in (ClassVar, Final):
            raise TypeError(f"{self!r} is not a generic class")
        kept = GenericAlias.__getitem__(_Bare(self), args).__args__
        if self._special is Union:
            return Union[kept]
        return _Alias(self._special, tuple([_NoneType if a is None else ForwardRef(a) if isinstance(a, str) else a for a in kept]))

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__") or self._special._class() is None:
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __iter__(self):
        yield Unpack[self]

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        if self._special._class() is None:
            raise TypeError(f"Cannot subclass {self!r}")
        return (self.__origin__,) if any([isinstance(b, GenericAlias) and b.__origin__ is Generic for b in bases]) or not self.__parameters__ else (self.__origin__, Generic)

    def __instancecheck__(self, obj):
        if self._special is Union:
            return isinstance(obj, self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        if self._special is Union:
            return issubclass(cls, self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __eq__(self, other):
        if self._special is Union and (isinstance(other, _UnionType) or get_origin(other) is Union):
            return set(self.__args__) == set(other.__args__)
        if not isinstance(other, _Alias):
            return NotImplemented
        if self._special is Literal:
            key = lambda a: {(type(v), v) for v in a.__args__}
            return other._special is Literal and key(self) == key(other)
        return self._special is other._special and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self._name, frozenset(self.__args__) if self._special in (Union, Literal) else self.__args__))

    def __reduce__(self):
        return _again, (self._special, self.__args__)

    def __repr__(self):
        args = self.__args__
        if self._special is Union and len(args) == 2 and _NoneType in args:
            return f"typing.Optional[{_shown(args[1] if args[0] is _NoneType else args[0])}]"
        if self._special is Callable and not (len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec) or get_origin(args[0]) is Concatenate)):
            return f"typing.Callable[[{', '.join([_shown(a) for a in args[:-1]])}], {_shown(args[-1])}]"
        if self._special is Unpack:
            return "typing.Unpack[" + _shown(args[0]) + "]"
        if self._special is Literal:
            return f"typing.Literal[{', '.join([repr(a) for a in args])}]"
        return f"{self._special!r}[{', '.join([_shown(a) for a in args]) or '()'}]"


class _ConcatenateGenericAlias(_Alias):
    pass


def _again(special, args):
    return _Alias(special, args)


class _Bare(GenericAlias):
    """The arguments of an alias, to put others in place of type variables."""

    def __init__(self, alias, args=None):
        if args is None:
            self._alias = alias
            args = alias.__args__
        GenericAlias.__init__(self, getattr(alias, "_alias", alias), args)

    def __repr__(self):
        return repr(self.__origin__)


class _Annotated(GenericAlias):
    __module__ = "typing"

    def __init__(self, kind, notes):
        GenericAlias.__init__(self, kind, (kind,))
        self.__metadata__ = notes

    def __call__(self, *args, **keywords):
        return self.__origin__(*args, **keywords)

    def __getitem__(self, args):
        kept = GenericAlias.__getitem__(_Bare(self), args).__args__
        return _Annotated(kept[0], self.__metadata__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __eq__(self, other):
        if not isinstance(other, _Annotated):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __repr__(self):
        return f"typing.Annotated[{_shown(self.__origin__)}, {', '.join([repr(n) for n in self.__metadata__])}]"


class _AnyMeta(type):
    def __instancecheck__(cls, obj):
        if cls is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return type.__instancecheck__(cls, obj)

    def __repr__(cls):
        return "typing.Any" if cls is Any else type.__repr__(cls)


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **keywords):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


for _n in ("Union Optional ClassVar Final Literal Annotated Concatenate TypeGuard TypeIs Required NotRequired ReadOnly Unpack "
           "NoReturn Never Self LiteralString TypeAlias").split():
    globals()[_n] = _Special(_n)
for _n, _origin, _count in [
        ("List", list, 1), ("Dict", dict, 2), ("Set", set, 1), ("FrozenSet", frozenset, 1), ("Tuple", tuple, -1), ("Type", type, 1),
        ("DefaultDict", _collections.defaultdict, 2), ("OrderedDict", _collections.OrderedDict, 2),
        ("Counter", _collections.Counter, 1), ("ChainMap", _collections.ChainMap, 2), ("Deque", _collections.deque, 1),
        ("ContextManager", _contextlib.AbstractContextManager, -1),
        ("AsyncContextManager", _contextlib.AbstractAsyncContextManager, -1)]:
    globals()[_n] = _Special(_n, _origin, _count)
for _n, _count in {"Callable": 2, "Iterable": 1, "Iterator": 1, "Generator": 3, "Sequence": 1, "MutableSequence": 1, "Mapping": 2,
                   "MutableMapping": 2, "MutableSet": 1, "Collection": 1, "Container": 1, "Hashable": 0, "Sized": 0,
                   "Reversible": 1, "MappingView": 1, "KeysView": 1, "ValuesView": 1, "ItemsView": 2, "Awaitable": 1, "Coroutine": 3,
                   "AsyncIterable": 1, "AsyncIterator": 1, "AsyncGenerator": 2}.items():
    globals()[_n] = _Special(_n, getattr(_abc, _n), _count)
AbstractSet = _Special("AbstractSet", _abc.Set, 1)
ByteString = _Special("ByteString", getattr(_abc, "ByteString", bytes), 0)


class _Late(_Special):
    """A class of `re`, which is imported when somebody asks."""

    def _class(self):
        import re
        return getattr(re, self._name)

    __origin__ = property(_class)


Pattern, Match = _Late("Pattern", count=1), _Late("Match", count=1)
Text = str
TYPE_CHECKING = False


class _NoDefaultType:
    def __new__(cls):
        return cls.__dict__.get("_one") or object.__new__(cls)

    def __repr__(self):
        return "typing.NoDefault"


NoDefault = _NoDefaultType()
_NoDefaultType._one = NoDefault


class _Variable:
    __module__ = "typing"

    def __init__(self, name, default=NoDefault):
        self.__name__ = name
        self.__default__ = default
        self.__covariant__ = self.__contravariant__ = self.__infer_variance__ = False
        self.__module__ = _sys._getframe(0).f_globals.get("__name__")

    def has_default(self):
        return self.__default__ is not NoDefault

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __call__(self, *args, **keywords):
        raise TypeError(f"'{type(self).__name__}' object is not callable")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __init_subclass__(cls, **keywords):
        if cls.__module__ != "typing":
            raise TypeError(f"type 'typing.{cls.__base__.__name__}' is not an acceptable base type")

    def __reduce__(self):
        return self.__name__

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__


class TypeVar(_Variable):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False,
                 default=NoDefault):
        _Variable.__init__(self, name, default)
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        self.__constraints__ = tuple([_checked(c, "TypeVar(name, constraint, ...): constraints must be types.") for c in constraints])
        self.__bound__ = None if bound is None else _checked(bound, "Bound must be a type.")
        self.__covariant__, self.__contravariant__, self.__infer_variance__ = covariant, contravariant, infer_variance


class ParamSpecArgs:
    _part = "args"

    def __init__(self, origin):
        self.__origin__ = origin

    def __eq__(self, other):
        return type(self) is type(other) and self.__origin__ is other.__origin__

    def __hash__(self):
        return hash((self._part, self.__origin__))

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._part}"


class ParamSpecKwargs(ParamSpecArgs):
    _part = "kwargs"


class ParamSpec(_Variable):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, infer_variance=False, default=NoDefault):
        _Variable.__init__(self, name, default)
        self.__bound__ = bound
        self.__covariant__, self.__contravariant__, self.__infer_variance__ = covariant, contravariant, infer_variance

    args = property(ParamSpecArgs)
    kwargs = property(ParamSpecKwargs)


class TypeVarTuple(_Variable):
    def __init__(self, name, *, default=NoDefault):
        _Variable.__init__(self, name, default)

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


def get_origin(tp):
    if isinstance(tp, _Annotated):
        return Annotated
    if isinstance(tp, (GenericAlias, ParamSpecArgs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, _UnionType):
        return _UnionType
    return None


def get_args(tp):
    if isinstance(tp, _Annotated):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (GenericAlias, _UnionType)):
        args = tp.__args__
        if get_origin(tp) is _abc.Callable and not (len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec) or get_origin(args[0]) is Concatenate)):
            return (list(args[:-1]), args[-1])
        return args
    return ()
