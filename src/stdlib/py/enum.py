"""Enumerations."""

from types import MappingProxyType


class auto:
    def __init__(self, value=None):
        self.value = value

    def __or__(self, other):
        return _Combined("__or__", self, other)

    def __and__(self, other):
        return _Combined("__and__", self, other)

    def __xor__(self, other):
        return _Combined("__xor__", self, other)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__


class _Combined(auto):
    """`A | B` in the body of an enum: both have their values only when the body has run."""

    def __init__(self, op, left, right):
        self.parts = op, left, right
        self.value = None


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class _Space(dict):
    """The namespace of an enum's body: notes the members in order and refuses a name used twice."""

    def __init__(self, name):
        dict.__init__(self)
        self._cls_name = name
        self._member_names = []
        self._last = []
        self._generate = None
        self._ignore = ()

    def __setitem__(self, key, value):
        if key == "_generate_next_value_":
            self._generate = value.__func__ if isinstance(value, staticmethod) else value
        elif key == "_ignore_":
            self._ignore = value.replace(",", " ").split() if isinstance(value, str) else list(value)
        elif _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if key not in _SUNDER and not key.startswith("_repr_"):
                raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
        elif _is_dunder(key):
            pass
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif _descriptor(value) and not isinstance(value, member):
            pass
        else:
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            if isinstance(value, member):
                value = value.value
            made = self._resolve(key, value)
            if isinstance(value, auto):
                value.value = made
            value = made
            self._member_names.append(key)
            self._last.append(value)
        dict.__setitem__(self, key, value)

    def _resolve(self, key, value):
        if isinstance(value, _Combined):
            return self._combined(value)
        if isinstance(value, auto):
            return self._next(key)
        if isinstance(value, tuple) and any([isinstance(v, auto) for v in value]):
            return tuple([self._next(key) if isinstance(v, auto) else v for v in value])
        return value

    def _combined(self, value):
        op, left, right = value.parts
        left, right = [self._combined(v) if isinstance(v, _Combined) else v.value if isinstance(v, auto) else v
                       for v in (left, right)]
        return getattr(left, op)(right)

    def _next(self, key):
        return self._generate(key, 1, len(self._member_names), self._last[:])


_SUNDER = (
    "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_", "_iter_member_by_value_",
    "_iter_member_by_def_", "_add_alias_", "_add_value_alias_",
)


def _is_private(cls_name, name):
    start = f"_{cls_name}__"
    return len(name) > len(start) and name.startswith(start) and name[len(start)] != "_" and (name[-1] != "_" or name[-2] != "_")


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _descriptor(value):
    cls = type(value)
    return hasattr(cls, "__get__") or hasattr(cls, "__set__") or isinstance(value, (property, classmethod, staticmethod))


DynamicClassAttribute = property


_not_given = object()


class EnumType(type):
    @classmethod
    def __prepare__(mcls, name, bases, **keywords):
        space = _Space(name)
        for base in bases:
            if isinstance(base, EnumType):
                if base._member_map_:
                    raise TypeError(f"<enum {name!r}> cannot extend {base!r}")
                space._generate = base._generator_
        if space._generate is None:
            space._generate = _count_up
        return space

    def __new__(mcls, name, bases, space, *, boundary=None, **keywords):
        names = getattr(space, "_member_names", [])
        for n in ("mro", ""):
            if n in names:
                raise ValueError(f"invalid enum member name(s) {n!r}")
        values = [(n, space[n]) for n in names]
        if any(not isinstance(n, str) for n in names):
            wrong = next(n for n in names if not isinstance(n, str))
            raise TypeError(f"attribute name must be string, not {type(wrong).__name__!r}")
        plain = {k: v for k, v in space.items() if k not in names}
        generate = getattr(space, "_generate", _count_up)
        plain["_generator_"] = staticmethod(generate)
        plain["_member_map_"] = {}
        plain["_member_names_"] = []
        plain["_value2member_map_"] = {}
        plain["_unhashable_"] = []
        plain["_boundary_"] = boundary or next((b._boundary_ for b in bases if getattr(b, "_boundary_", None)), None)
        cls = super().__new__(mcls, name, bases, plain, **keywords)
        data = None
        for base in cls.__mro__:
            if base is not object and not isinstance(base, EnumType) and base.__module__ == "builtins":
                data = base
                break
        cls._member_type_ = data or object
        make = plain.get("__new__")
        if make is None:
            for base in cls.__mro__[1:]:
                if isinstance(base, EnumType) and "_own_new_" in base.__dict__:
                    make = base.__dict__["_own_new_"]
                    break
        if make is not None:
            make = make.__func__ if isinstance(make, staticmethod) else make
            cls._own_new_ = make
        for n, v in values:
            mcls._add(cls, n, v, data, make)
        cls._flag_mask_ = 0
        if Flag is not None and issubclass(cls, Flag):
            mask = 0
            for m in cls._member_map_.values():
                mask |= m._value_
            cls._flag_mask_ = mask
            cls._member_names_ = [n for n in cls._member_names_ if _single(cls._member_map_[n]._value_)]
        if "__new__" in plain or data is not None:
            cls.__new__ = _lookup_member
        return cls

    def _add(cls, name, value, data, make):
        args = value if isinstance(value, tuple) else (value,)
        if make is not None:
            new = make(cls, *args)
            if not hasattr(new, "_value_"):
                new._value_ = value if data is None else data(*args)
        elif data is not None:
            if data is tuple:
                args = (args,)
            new = data.__new__(cls, *args)
            new._value_ = data(*args) if len(args) > 1 or not isinstance(value, data) else value
        else:
            new = object.__new__(cls)
            new._value_ = value
        value = new._value_
        alias = None
        for m in cls._member_map_.values():
            if m._value_ == value:
                alias = m
                break
        if alias is not None:
            new = alias
        else:
            new._name_ = name
            new.__objclass__ = cls
            new._sort_order_ = len(cls._member_names_)
            init = cls.__dict__.get("__init__")
            if init is None:
                for base in cls.__mro__[1:]:
                    if isinstance(base, EnumType) and "__init__" in base.__dict__ and base is not Enum:
                        init = base.__dict__["__init__"]
                        break
            if init is not None:
                init(new, *args)
            cls._member_names_.append(name)
        cls._member_map_[name] = new
        type.__setattr__(cls, name, new)
        try:
            cls._value2member_map_.setdefault(value, new)
        except TypeError:
            cls._unhashable_.append(new)

    def __call__(cls, value, names=_not_given, *more, module=None, qualname=None, type=None, start=1, boundary=None):
        if cls._member_map_:
            return cls.__new__(cls, value if names is _not_given else (value, names, *more))
        if names is _not_given and type is None:
            if issubclass(cls, Flag):
                return cls.__new__(cls, value)
            raise TypeError(f"{cls} has no members; specify `names=()` if you meant to create a new, empty, enum")
        return cls._create(value, () if names is _not_given or names is None else names, type, start)

    def _create(cls, name, names, mixin, start):
        bases = (cls,) if mixin is None else (mixin, cls)
        mcls = type(cls)
        space = mcls.__prepare__(name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            given = []
            for i, name_given in enumerate(names):
                given.append(space._generate(name_given, start, i, given[:]))
            names = list(zip(names, given))
        for item in names:
            if isinstance(item, str):
                space[item] = names[item]
            else:
                member, value = item
                space[member] = value
        space["__module__"] = "__main__"
        return mcls.__new__(mcls, name, bases, space)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            if value in cls._value2member_map_:
                return True
        except TypeError:
            pass
        return any([m._value_ == value for m in cls._unhashable_])

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return iter([cls._member_map_[n] for n in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[n] for n in reversed(cls._member_names_)])

    def __len__(cls):
        return len(cls._member_names_)

    @property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        super().__delattr__(name)

    def __dir__(cls):
        return ["__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__", "__len__",
                "__members__", "__module__", "__name__", "__qualname__"] + cls._member_names_

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return f"<flag {cls.__name__!r}>"
        return f"<enum {cls.__name__!r}>"


EnumMeta = EnumType
Flag = None


def _count_up(name, start, count, last_values):
    if not last_values:
        return start
    best = None
    for v in last_values:
        if isinstance(v, int) and (best is None or v > best):
            best = v
    if best is None:
        raise TypeError(f"unable to sort non-numeric values")
    return best + 1


def _single(n):
    return n > 0 and n & (n - 1) == 0


def _lookup_member(cls, value):
    if type(value) is cls:
        return value
    try:
        found = cls._value2member_map_.get(value)
        if found is not None:
            return found
    except TypeError:
        for m in cls._unhashable_:
            if m._value_ == value:
                return m
    result = cls._missing_(value)
    if isinstance(result, cls):
        return result
    if isinstance(result, int) and getattr(cls, "_boundary_", None) == EJECT:
        return result
    if result is not None:
        raise TypeError(f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member")
    raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")


class Enum(metaclass=EnumType):
    def __dir__(self):
        names = set() if self._member_type_ is object else set(object.__dir__(self))
        names.update([n for n in self.__dict__ if n[0] != "_" and n not in self._member_map_])
        for cls in type(self).__mro__:
            names.update([n for n in cls.__dict__ if n[0] != "_" and n not in self._member_map_])
        return sorted({"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"} | names)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return _count_up(name, start, count, last_values)

    @classmethod
    def _missing_(cls, value):
        return None

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, spec):
        return format(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __eq__(self, other):
        return self is other if type(self)._member_type_ is object else type(self)._member_type_.__eq__(self, other)

    def __reduce_ex__(self, protocol):
        return type(self), (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


type.__setattr__(Enum, "__new__", staticmethod(_lookup_member))


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    def __str__(self):
        return int.__repr__(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec)

    def __eq__(self, other):
        return int.__eq__(self._value_, other)

    def __hash__(self):
        return hash(self._value_)


class StrEnum(str, ReprEnum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return self._value_

    def __format__(self, spec):
        return format(self._value_, spec)

    def __eq__(self, other):
        return self._value_ == (other._value_ if isinstance(other, StrEnum) else other)

    def __hash__(self):
        return hash(self._value_)


def _bits(n):
    out = []
    bit = 1
    while bit <= n:
        if n & bit:
            out.append(bit)
        bit <<= 1
    return out


class Flag(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        return 1 << max(last_values).bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask = cls._flag_mask_
        if value < 0:
            value = mask & value
            found = cls._value2member_map_.get(value)
            if found is not None:
                return found
        boundary = cls._boundary_ or ("keep" if issubclass(cls, int) else "strict")
        if value & ~mask and boundary == "eject":
            return value
        if value & ~mask and boundary == "conform":
            return cls(value & mask)
        if value & ~mask and boundary == "strict":
            n = max(value.bit_length(), mask.bit_length())
            raise ValueError(f"{cls!r} invalid value {value!r}\n    given 0b0 {value:0{n}b}\n  allowed 0b0 {mask:0{n}b}")
        new = object.__new__(cls) if cls._member_type_ is object else int.__new__(cls, value)
        new._value_ = value
        names = [m._name_ for m in cls if m._value_ & value]
        if names and value & ~mask:
            names.append(str(value & ~mask))
        new._name_ = "|".join(names) if names else None
        new.__objclass__ = cls
        cls._value2member_map_[value] = new
        return new

    def _other(self, other):
        if isinstance(other, type(self)):
            return other._value_
        if type(self)._member_type_ is not object and isinstance(other, int):
            return other
        return None

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError(
                f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {type(self).__qualname__!r}"
            )
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        for m in type(self):
            if m._value_ & self._value_:
                yield m

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __or__(self, other):
        v = self._other(other)
        return NotImplemented if v is None else type(self)(self._value_ | v)

    def __and__(self, other):
        v = self._other(other)
        return NotImplemented if v is None else type(self)(self._value_ & v)

    def __xor__(self, other):
        v = self._other(other)
        return NotImplemented if v is None else type(self)(self._value_ ^ v)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        return type(self)(type(self)._flag_mask_ & ~self._value_)

    def __repr__(self):
        if self._name_ is None:
            return f"<{type(self).__name__}: {self._value_!r}>"
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        if self._name_ is None:
            return f"{type(self).__name__}({self._value_!r})"
        return f"{type(self).__name__}.{self._name_}"


class IntFlag(int, Flag):
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__

    def __str__(self):
        return int.__repr__(self._value_)

    def __format__(self, spec):
        return format(self._value_, spec)

    def __eq__(self, other):
        return int.__eq__(self._value_, other)

    def __hash__(self):
        return hash(self._value_)


def unique(enumeration):
    twice = [(n, m._name_) for n, m in enumeration._member_map_.items() if n != m._name_]
    if twice:
        shown = ", ".join([f"{alias} -> {name}" for alias, name in twice])
        raise ValueError(f"duplicate values found in {enumeration!r}: {shown}")
    return enumeration


UNIQUE, CONTINUOUS, NAMED_FLAGS = "one name per value", "no skipped integer values", "multi-flag aliases may not contain unnamed flags"
STRICT, CONFORM, EJECT, KEEP = "strict", "conform", "eject", "keep"


def verify(*checks):
    def checked(cls):
        for check in checks:
            _verified(cls, check)
        return cls

    return checked


def _verified(cls, check):
    flag = issubclass(cls, Flag)
    if check is UNIQUE:
        twice = [f"{name} -> {m.name}" for name, m in cls.__members__.items() if name != m.name]
        if twice:
            raise ValueError(f"aliases found in {cls!r}: {', '.join(twice)}")
    elif check is CONTINUOUS:
        values = {m.value for m in cls}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        wanted = [1 << i for i in range(low.bit_length(), high.bit_length())] if flag else range(low + 1, high)
        missing = [str(v) for v in wanted if v not in values]
        if missing:
            raise ValueError(f"invalid {'Flag' if flag else 'enum'} {cls.__name__!r}: missing values {', '.join(missing)}"[:256])
    elif check is NAMED_FLAGS:
        known = {m.value for m in cls}
        names, lost = [], 0
        for name, m in cls.__members__.items():
            if name in cls._member_names_ or m.value < 0:
                continue
            gone = [1 << i for i in range(m.value.bit_length()) if m.value >> i & 1 and 1 << i not in known]
            if gone:
                names.append(name)
                lost |= sum(gone)
        if names:
            who = f"alias {names[0]} is missing" if len(names) == 1 else f"aliases {', '.join(names[:-1])} and {names[-1]} are missing"
            what = f"value 0x{lost:x}" if lost & lost - 1 == 0 else f"combined values of 0x{lost:x}"
            raise ValueError(f"invalid Flag {cls.__name__!r}: {who} {what} [use enum.show_flag_values(value) for details]")


def global_enum(cls, update_str=False):
    return cls
