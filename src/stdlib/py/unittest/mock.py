"""Mock objects and patching."""

import asyncio
import contextlib
import functools
import inspect
import pprint
import sys
import types

__all__ = ("Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "AsyncMock",
           "ThreadingMock", "FILTER_DIR", "NonCallableMock", "NonCallableMagicMock", "mock_open", "PropertyMock", "seal")
FILTER_DIR = True


class _SentinelObject:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"sentinel.{self.name}"

    def __reduce__(self):
        return f"sentinel.{self.name}"


class _Sentinel:
    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING


class _ANY:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    __hash__ = None

    def __repr__(self):
        return "<ANY>"


ANY = _ANY()


def _format(name, args, kwargs):
    parts = [repr(a) for a in args] + [f"{k}={v!r}" for k, v in kwargs.items()]
    return f"{name}({', '.join(parts)})"


class _Call(tuple):
    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        args, kwargs = (), {}
        if len(value) == 3:
            name, args, kwargs = value
        elif len(value) == 2:
            first, second = value
            if isinstance(first, str):
                name = first
                if isinstance(second, tuple):
                    args = second
                else:
                    kwargs = second
            else:
                args, kwargs = first, second
        elif len(value) == 1:
            (only,) = value
            if isinstance(only, str):
                name = only
            elif isinstance(only, tuple):
                args = only
            else:
                kwargs = only
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def __eq__(self, other):
        try:
            n = len(other)
        except TypeError:
            return NotImplemented
        if len(self) == 2:
            name, args, kwargs = "", *self
        else:
            name, args, kwargs = self
        if getattr(self, "_mock_parent", None) and getattr(other, "_mock_parent", None) and (
                self._mock_parent != other._mock_parent):
            return False
        oname, oargs, okwargs = "", (), {}
        if n == 3:
            oname, oargs, okwargs = other
        elif n == 2:
            first, second = other
            if isinstance(first, str):
                oname = first
                if isinstance(second, tuple):
                    oargs = second
                else:
                    okwargs = second
            else:
                oargs, okwargs = first, second
        elif n == 1:
            (only,) = other
            if isinstance(only, tuple):
                oargs = only
            elif isinstance(only, str):
                oname = only
            else:
                okwargs = only
        elif n > 3:
            return False
        if name and oname != name:
            return False
        return (oargs, okwargs) == (args, kwargs)

    def __ne__(self, other):
        return not self == other

    __hash__ = tuple.__hash__

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(("", args, kwargs), name="()")
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + "()", parent=self)

    def __getattr__(self, attr):
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name=f"{self._mock_name}.{attr}", parent=self, from_kall=False)

    def __getattribute__(self, attr):
        if attr in ("count", "index"):
            raise AttributeError
        return tuple.__getattribute__(self, attr)

    @property
    def args(self):
        return self[0] if len(self) == 2 else self[1]

    @property
    def kwargs(self):
        return self[1] if len(self) == 2 else self[2]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or "call"
            return name if name.startswith("call") else "call." + name
        if len(self) == 2:
            name = "call"
            args, kwargs = self
        else:
            name, args, kwargs = self
            if not name:
                name = "call"
            elif not name.startswith("()"):
                name = "call." + name
            else:
                name = "call" + name
        return _format(name, args, kwargs)

    def call_list(self):
        found = []
        thing = self
        while thing is not None:
            if thing._mock_from_kall:
                found.append(thing)
            thing = thing._mock_parent
        return _CallList(reversed(found))


call = _Call(from_kall=False)


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        n = len(value)
        return any(self[i:i + n] == value for i in range(len(self) - n + 1))

    def __repr__(self):
        return pprint.pformat(list(self))


class InvalidSpecError(Exception):
    """A mock was used as a spec."""


_OWN = frozenset(
    "method_calls call_args call_args_list call_count called return_value side_effect mock_calls name".split())
_numerics = "add sub mul matmul truediv floordiv mod lshift rshift and xor or pow".split()
_MAGICS = frozenset(
    ["__%s__" % m for m in (
        "lt gt le ge eq ne getitem setitem delitem len contains str sizeof enter exit divmod rdivmod neg pos abs "
        "invert complex int float index round trunc floor ceil bool next fspath aiter aenter aexit anext hash iter "
        "repr getformat format reversed missing reduce getstate setstate dir call".split()
        + _numerics + ["i" + n for n in _numerics] + ["r" + n for n in _numerics])])
_DEFAULTS = {
    "__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented, "__ge__": NotImplemented,
    "__int__": 1, "__contains__": False, "__len__": 0, "__exit__": False, "__complex__": 1j, "__float__": 1.0,
    "__bool__": True, "__index__": 1, "__aexit__": False,
}
_AUTO = tuple(_DEFAULTS) + (
    "__enter__", "__getitem__", "__setitem__", "__delitem__", "__iter__", "__aenter__", "__aiter__", "__anext__",
    "__neg__", "__pos__", "__abs__", "__invert__", "__round__", "__trunc__", "__floor__", "__ceil__", "__divmod__",
    "__fspath__",
) + tuple("__%s__" % n for n in _numerics) + tuple("__i%s__" % n for n in _numerics) + tuple(
    "__r%s__" % n for n in _numerics)


def _is_exception(obj):
    return isinstance(obj, BaseException) or isinstance(obj, type) and issubclass(obj, BaseException)


def _is_async(obj):
    return getattr(obj, "__code__", None) is not None and inspect.iscoroutinefunction(obj)


class NonCallableMock:
    def __new__(cls, /, *args, **kw):
        # A class for each mock: attributes of types (magic methods, properties) belong to one of them.
        new = type(cls.__name__, (cls,), {"__doc__": cls.__doc__, "__module__": cls.__module__})
        return object.__new__(new)

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None,
                 _new_name="", _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        if spec_set is not None:
            spec = spec_set
        d = self.__dict__
        d["_mock_parent"] = parent
        d["_mock_name"] = name
        d["_mock_new_name"] = _new_name
        d["_mock_new_parent"] = parent if _new_parent is None else _new_parent
        d["_mock_sealed"] = False
        d["_spec_class"] = None
        d["_spec_set"] = spec_set is not None
        d["_spec_signature"] = None
        d["_mock_children"] = {}
        d["_mock_wraps"] = wraps
        d["_mock_delegate"] = None
        d["_mock_called"] = False
        d["_mock_call_args"] = None
        d["_mock_call_count"] = 0
        d["_mock_call_args_list"] = _CallList()
        d["_mock_mock_calls"] = _CallList()
        d["method_calls"] = _CallList()
        d["_mock_unsafe"] = unsafe
        d["_mock_return_value"] = DEFAULT
        d["_mock_side_effect"] = None
        d["_mock_methods"] = None
        if spec is not None:
            self._mock_add_spec(spec, spec_set is not None, _spec_as_instance)
        self._mock_setup()
        if kwargs:
            self.configure_mock(**kwargs)

    def _mock_setup(self):
        pass

    def _mock_add_spec(self, spec, spec_set, as_instance=False):
        if isinstance(spec, NonCallableMock):
            raise InvalidSpecError(f"Cannot spec a Mock object. [object={spec!r}]")
        d = self.__dict__
        if isinstance(spec, (list, tuple)):
            d["_mock_methods"] = list(spec)
        else:
            d["_spec_class"] = spec if isinstance(spec, type) else type(spec)
            d["_mock_methods"] = dir(spec)
            if isinstance(spec, type):
                d["_mock_methods"] += list(getattr(spec, "__annotations__", {}))
            d["_spec_async"] = [n for n in dir(spec) if not n.startswith("__") and _is_async(getattr(spec, n, None))]
            try:
                target = spec
                if isinstance(spec, type) and as_instance:
                    target = spec.__call__
                d["_spec_signature"] = inspect.signature(target)
            except (TypeError, ValueError, AttributeError):
                pass

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)

    def attach_mock(self, mock, attribute):
        mock.__dict__["_mock_parent"] = None
        mock.__dict__["_mock_new_parent"] = None
        mock.__dict__["_mock_name"] = ""
        mock.__dict__["_mock_new_name"] = None
        setattr(self, attribute, mock)

    @property
    def __class__(self):
        return type(self) if self.__dict__.get("_spec_class") is None else self._spec_class

    called = property(lambda self: self._mock_called, lambda self, v: self.__dict__.__setitem__("_mock_called", v))
    call_count = property(lambda self: self._mock_call_count,
                          lambda self, v: self.__dict__.__setitem__("_mock_call_count", v))
    call_args = property(lambda self: self._mock_call_args,
                         lambda self, v: self.__dict__.__setitem__("_mock_call_args", v))
    call_args_list = property(lambda self: self._mock_call_args_list,
                              lambda self, v: self.__dict__.__setitem__("_mock_call_args_list", v))
    mock_calls = property(lambda self: self._mock_mock_calls,
                          lambda self, v: self.__dict__.__setitem__("_mock_mock_calls", v))

    def __get_return_value(self):
        value = self._mock_return_value
        if value is DEFAULT and self._mock_wraps is None:
            value = self._get_child_mock(_new_parent=self, _new_name="()")
            self.return_value = value
        return value

    def __set_return_value(self, value):
        self.__dict__["_mock_return_value"] = value
        _attach(self, value, None, "()")

    return_value = property(__get_return_value, __set_return_value)

    def __get_side_effect(self):
        return self._mock_side_effect

    def __set_side_effect(self, value):
        if value is not None and not callable(value) and not _is_exception(value):
            value = iter(value)
        self.__dict__["_mock_side_effect"] = value

    side_effect = property(__get_side_effect, __set_side_effect)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        d = self.__dict__
        d["_mock_called"] = False
        d["_mock_call_args"] = None
        d["_mock_call_count"] = 0
        d["_mock_mock_calls"] = _CallList()
        d["_mock_call_args_list"] = _CallList()
        d["method_calls"] = _CallList()
        old = self._mock_return_value
        if return_value:
            d["_mock_return_value"] = DEFAULT
        if side_effect:
            d["_mock_side_effect"] = None
        for child in self._mock_children.values():
            if isinstance(child, NonCallableMock):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        if isinstance(old, NonCallableMock) and old is not self:
            old.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        for path, value in sorted(kwargs.items(), key=lambda e: e[0].count(".")):
            *parts, final = path.split(".")
            obj = self
            for part in parts:
                obj = getattr(obj, part)
            setattr(obj, final, value)

    def __getattr__(self, name):
        if name in ("_mock_methods", "_mock_unsafe"):
            raise AttributeError(name)
        d = self.__dict__
        methods = d.get("_mock_methods")
        if methods is not None:
            if name not in methods or name in _MAGICS:
                raise AttributeError(f"Mock object has no attribute {name!r}")
        elif name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        if not d.get("_mock_unsafe") and (methods is None or name not in methods):
            if name.startswith(("assert", "assret", "asert", "aseert", "assrt")) or name in _BAD_ASSERTS:
                raise AttributeError(
                    f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an attribute.")
        result = d["_mock_children"].get(name)
        if result is _deleted:
            raise AttributeError(name)
        if result is None:
            wraps = getattr(d["_mock_wraps"], name) if d["_mock_wraps"] is not None else None
            result = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            d["_mock_children"][name] = result
        elif isinstance(result, _SpecState):
            result = create_autospec(result.spec, result.spec_set, result.instance, self, name)
            d["_mock_children"][name] = result
        return result

    def _extract_mock_name(self):
        names = [self._mock_new_name]
        parent = self._mock_new_parent
        last = self
        dot = "."
        if names == ["()"]:
            dot = ""
        while parent is not None:
            last = parent
            names.append(parent._mock_new_name + dot)
            dot = "." if parent._mock_new_name != "()" else ""
            parent = parent._mock_new_parent
        names = list(reversed([n for n in names if n is not None]))
        first = last._mock_name or "mock"
        if len(names) > 1 and names[1] not in ("()", "()."):
            first += "."
        names[0] = first
        return "".join(names)

    def __repr__(self):
        name = self._extract_mock_name()
        text = "" if name in ("mock", "mock.") else f" name={name!r}"
        spec = ""
        if self._spec_class is not None:
            spec = f" spec_set={self._spec_class.__name__!r}" if self._spec_set else f" spec={self._spec_class.__name__!r}"
        return f"<{type(self).__name__}{text}{spec} id='{id(self)}'>"

    def __dir__(self):
        extras = self._mock_methods or []
        own = [n for n in list(self.__dict__) + dir(type(self)) if not n.startswith("_") or n.startswith("__")]
        children = [n for n, v in self._mock_children.items() if v is not _deleted]
        return sorted(set(list(extras) + own + children))

    def __setattr__(self, name, value):
        d = self.__dict__
        if name in ("return_value", "side_effect", "called", "call_count", "call_args", "call_args_list", "mock_calls"):
            return object.__setattr__(self, name, value)
        if d.get("_spec_set") and d["_mock_methods"] is not None and name not in d["_mock_methods"] and name not in d:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _MAGICS:
            if not isinstance(value, NonCallableMock):
                function = value

                def method(self, /, *args, **kw):
                    return function(self, *args, **kw)

                setattr(type(self), name, method)
            else:
                _attach(self, value, None, name)
                setattr(type(self), name, lambda self, /, *args, **kw: value(*args, **kw))
                d["_mock_children"][name] = value
            return
        if name == "__class__":
            d["_spec_class"] = value
            return
        if d.get("_mock_sealed") and name not in d["_mock_children"]:
            raise AttributeError(f"Cannot set {self._extract_mock_name()}.{name}")
        if _attach(self, value, name, name):
            d["_mock_children"][name] = value
        if isinstance(value, PropertyMock):
            return setattr(type(self), name, value)
        return object.__setattr__(self, name, value)

    def __delattr__(self, name):
        d = self.__dict__
        if name in _MAGICS and name in type(self).__dict__:
            delattr(type(self), name)
            return
        found = d["_mock_children"].get(name, _missing)
        if name in d:
            del d[name]
        elif found is _deleted:
            raise AttributeError(name)
        if found is not _missing:
            del d["_mock_children"][name]
        d["_mock_children"][name] = _deleted

    def _get_child_mock(self, /, **kw):
        if self._mock_sealed:
            attribute = f".{kw['name']}" if "name" in kw else "()"
            raise AttributeError(self._extract_mock_name() + attribute)
        name = kw.get("_new_name")
        if name in self.__dict__.get("_spec_async", ()):
            return AsyncMock(**kw)
        if isinstance(self, AsyncMock):
            kind = AsyncMock if name not in ("__enter__", "__exit__") else MagicMock
        elif isinstance(self, (MagicMock, NonCallableMagicMock)):
            kind = AsyncMock if name in ("__aenter__", "__aexit__", "__anext__") else MagicMock
        elif isinstance(self, ThreadingMock):
            kind = ThreadingMock
        else:
            kind = Mock
            for cls in type(self).__mro__[1:]:
                if cls not in (Mock, CallableMixin, NonCallableMock, object) and issubclass(cls, CallableMixin):
                    kind = cls
                    break
        return kind(**kw)

    def _name_for(self):
        return self._mock_name or "mock"

    def _format_mock_call_signature(self, args, kwargs):
        return _format(self._name_for(), args, kwargs)

    def _message(self, args, kwargs, action="call"):
        expected = self._format_mock_call_signature(args, kwargs)
        actual = self._format_mock_call_signature(*self.call_args)
        return f"expected {action} not found.\nExpected: {expected}\n  Actual: {actual}"

    def _matcher(self, c):
        """A call in a form in which keywords and positions are the same, where the signature is known."""
        sig = self._spec_signature
        if sig is None:
            return c
        name, args, kwargs = c if len(c) == 3 else ("", *c)
        try:
            bound = sig.bind(*args, **kwargs)
        except TypeError as e:
            return e.with_traceback(None)
        return _call_of((name, bound.args, bound.kwargs))

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError(
                f"Expected '{self._name_for()}' to not have been called. Called {self.call_count} times."
                f"{self._calls_repr()}")

    def assert_called(self):
        if self.call_count == 0:
            raise AssertionError(f"Expected '{self._name_for()}' to have been called.")

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(
                f"Expected '{self._name_for()}' to have been called once. Called {self.call_count} times."
                f"{self._calls_repr()}")

    def assert_called_with(self, /, *args, **kwargs):
        if self.call_args is None:
            expected = self._format_mock_call_signature(args, kwargs)
            raise AssertionError(f"expected call not found.\nExpected: {expected}\n  Actual: not called.")
        expected = self._matcher(_Call((args, kwargs), two=True))
        if self._matcher(self.call_args) != expected:
            raise AssertionError(self._message(args, kwargs)) from (
                expected if isinstance(expected, Exception) else None)

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError(
                f"Expected '{self._name_for()}' to be called once. Called {self.call_count} times.{self._calls_repr()}")
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        expected = self._matcher(_Call((args, kwargs), two=True))
        if expected not in [self._matcher(c) for c in self.call_args_list]:
            raise AssertionError(f"{self._format_mock_call_signature(args, kwargs)} call not found")

    def assert_has_calls(self, calls, any_order=False):
        calls = list(calls)
        if not any_order:
            if calls not in self.mock_calls:
                raise AssertionError(f"Calls not found.\nExpected: {_CallList(calls)!r}{self._calls_repr('Actual')}")
            return
        left = list(self.mock_calls)
        missing = []
        for kall in calls:
            if kall in left:
                left.remove(kall)
            else:
                missing.append(kall)
        if missing:
            name = self._mock_name or "mock"
            raise AssertionError(f"{name!r} does not contain all of {tuple(missing)!r} in its call list, "
                                 f"found {self._mock_mock_calls!r} instead")

    def _calls_repr(self, prefix="Calls"):
        return f"\n{prefix}: {self.mock_calls!r}." if self.mock_calls and prefix == "Calls" else (
            f"\n  {prefix}: {self.mock_calls!r}" if self.mock_calls else "")


_BAD_ASSERTS = {"called_once", "called_with", "called_once_with", "has_calls", "not_called", "any_call"}
_deleted = sentinel.DELETED


def _call_of(value):
    return _Call(value)


class _SpecState:
    def __init__(self, spec, spec_set=False, instance=False):
        self.spec = spec
        self.spec_set = spec_set
        self.instance = instance


def _attach(parent, value, name, new_name):
    if not isinstance(value, NonCallableMock):
        return False
    if value._mock_name or value._mock_new_name or value._mock_parent is not None or value._mock_new_parent is not None:
        return False
    p = parent
    while p is not None:
        if p is value:
            return False
        p = p._mock_new_parent
    if new_name:
        value.__dict__["_mock_new_parent"] = parent
        value.__dict__["_mock_new_name"] = new_name
    if name:
        value.__dict__["_mock_parent"] = parent
        value.__dict__["_mock_name"] = name
    return True


class CallableMixin(NonCallableMock):
    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None,
                 parent=None, **kwargs):
        super().__init__(spec, wraps, name, spec_set, parent, **kwargs)
        if return_value is not DEFAULT:
            self.return_value = return_value
        if side_effect is not None:
            self.side_effect = side_effect

    def __call__(self, /, *args, **kwargs):
        if self._spec_signature is not None and "_autospec" in self.__dict__:
            self._spec_signature.bind(*args, **kwargs)
        self._increment(args, kwargs)
        return self._execute(args, kwargs)

    def _increment(self, args, kwargs):
        d = self.__dict__
        d["_mock_called"] = True
        d["_mock_call_count"] += 1
        made = _Call((args, kwargs), two=True)
        d["_mock_call_args"] = made
        self.call_args_list.append(made)
        method = self._mock_parent is not None
        method_name = self._mock_name
        new_name = self._mock_new_name
        self.mock_calls.append(_Call(("", args, kwargs)))
        chained = new_name == "()"
        parent = self._mock_new_parent
        while parent is not None:
            if method:
                parent.method_calls.append(_Call((method_name, args, kwargs)))
                method = parent._mock_parent is not None
                if method:
                    method_name = parent._mock_name + "." + method_name
            parent.mock_calls.append(_Call((new_name, args, kwargs)))
            if parent._mock_new_name:
                dot = "" if chained else "."
                chained = parent._mock_new_name == "()"
                new_name = parent._mock_new_name + dot + new_name
            parent = parent._mock_new_parent

    def _execute(self, args, kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                result = next(effect)
                if _is_exception(result):
                    raise result
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin):
    """A callable mock without magic methods."""


class _Magics:
    def _mock_setup(self):
        methods = self._mock_methods
        cls = type(self)
        for name in _AUTO:
            if methods is not None and name not in methods:
                if name in cls.__dict__:
                    delattr(cls, name)
                continue
            setattr(cls, name, _magic(name))

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)
        self._mock_setup()


def _magic(name):
    """A magic method that makes its mock when first used."""

    def get(obj):
        children = obj._mock_children
        made = children.get(name)
        if made is None:
            kind = AsyncMock if name in ("__aenter__", "__aexit__", "__anext__") else MagicMock
            made = kind(name=name, _new_name=name, _new_parent=obj, parent=obj)
            children[name] = made
            if name in _DEFAULTS:
                made.return_value = _DEFAULTS[name]
            elif name == "__iter__":
                made.side_effect = lambda: _iterate(made)
            elif name == "__aiter__":
                made.side_effect = lambda: _aiterate(made)
        return made

    return _MagicProxy(get)


class _MagicProxy:
    """Read from an object it is the mock; called with the object, as special methods are, it calls the mock."""

    def __init__(self, get):
        self.get = get

    def __get__(self, obj, cls=None):
        return self if obj is None else self.get(obj)

    def __call__(self, obj, *args, **keywords):
        return self.get(obj)(*args, **keywords)


def _iterate(mock):
    value = mock.__dict__["_mock_return_value"]
    return iter([]) if value is DEFAULT else iter(value)


async def _agen(items):
    for item in items:
        yield item


def _aiterate(mock):
    value = mock.__dict__["_mock_return_value"]
    return _agen([] if value is DEFAULT else list(value))


class NonCallableMagicMock(_Magics, NonCallableMock):
    """A mock with magic methods that cannot be called."""


class MagicMock(_Magics, Mock):
    """A mock with all magic methods."""

    def reset_mock(self, /, *args, return_value=False, **kwargs):
        super().reset_mock(*args, return_value=return_value, **kwargs)


class AsyncMock(_Magics, Mock):
    """A mock whose calls are awaited."""

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        d = self.__dict__
        d["await_count"] = 0
        d["await_args"] = None
        d["await_args_list"] = _CallList()
        d["_is_coroutine_mark"] = True

    async def __call__(self, /, *args, **kwargs):
        self._increment(args, kwargs)
        made = _Call((args, kwargs), two=True)
        d = self.__dict__
        d["await_count"] += 1
        d["await_args"] = made
        self.await_args_list.append(made)
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                try:
                    result = next(effect)
                except StopIteration:
                    raise StopAsyncIteration
                if _is_exception(result):
                    raise result
            elif inspect.iscoroutinefunction(effect):
                result = await effect(*args, **kwargs)
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            if inspect.iscoroutinefunction(self._mock_wraps):
                return await self._mock_wraps(*args, **kwargs)
            return self._mock_wraps(*args, **kwargs)
        return self.return_value

    @property
    def _awaits(self):
        return f"Expected {self._name_for()} to have been awaited"

    def _get_child_mock(self, /, **kw):
        if kw.get("_new_name") == "()":
            return MagicMock(**kw)
        return super()._get_child_mock(**kw)

    def assert_awaited(self):
        if self.await_count == 0:
            raise AssertionError(f"Expected {self._name_for()} to have been awaited.")

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(
                f"Expected {self._name_for()} to have been awaited once. Awaited {self.await_count} times.")

    def assert_awaited_with(self, /, *args, **kwargs):
        if self.await_args is None:
            expected = self._format_mock_call_signature(args, kwargs)
            raise AssertionError(f"Expected await: {expected}\nNot awaited")
        if self.await_args != _Call((args, kwargs), two=True):
            expected = self._format_mock_call_signature(args, kwargs)
            actual = self._format_mock_call_signature(*self.await_args)
            raise AssertionError(f"expected await not found.\nExpected: {expected}\n  Actual: {actual}")

    def assert_awaited_once_with(self, /, *args, **kwargs):
        if self.await_count != 1:
            raise AssertionError(
                f"Expected {self._name_for()} to have been awaited once. Awaited {self.await_count} times.")
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        if _Call((args, kwargs), two=True) not in self.await_args_list:
            raise AssertionError(f"{self._format_mock_call_signature(args, kwargs)} await not found")

    def assert_has_awaits(self, calls, any_order=False):
        calls = list(calls)
        ok = all(c in self.await_args_list for c in calls) if any_order else calls in self.await_args_list
        if not ok:
            raise AssertionError(f"Awaits not found.\nExpected: {_CallList(calls)}\nActual: {self.await_args_list}")

    def assert_not_awaited(self):
        if self.await_count != 0:
            raise AssertionError(
                f"Expected {self._name_for()} to not have been awaited. Awaited {self.await_count} times.")

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self.__dict__.update(await_count=0, await_args=None, await_args_list=_CallList())


AsyncMock.__call__.__qualname__ = "AsyncMockMixin._execute_mock_call"


class ThreadingMock(_Magics, Mock):
    """A mock that can be waited for."""

    def __init__(self, /, *args, timeout=None, **kw):
        import threading

        super().__init__(*args, **kw)
        self.__dict__["_mock_event"] = threading.Condition()

    def _increment(self, args, kwargs):
        with self._mock_event:
            super()._increment(args, kwargs)
            self._mock_event.notify_all()

    def wait_until_called(self, *, timeout=None):
        with self._mock_event:
            if not self._mock_event.wait_for(lambda: self.called, timeout):
                raise AssertionError(f"{self._name_for()} was not called before timeout({timeout}).")

    def wait_until_any_call_with(self, *args, **kwargs):
        wanted = _Call((args, kwargs), two=True)
        with self._mock_event:
            self._mock_event.wait_for(lambda: wanted in self.call_args_list)


class PropertyMock(Mock):
    """A mock to be used as a property of a class."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def seal(mock):
    mock.__dict__["_mock_sealed"] = True
    for child in list(mock._mock_children.values()):
        if isinstance(child, NonCallableMock) and child._mock_new_parent is mock:
            seal(child)


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    kind = MagicMock
    if _is_async(spec):
        kind = AsyncMock
    elif not callable(spec) or (isinstance(spec, type) and instance and not hasattr(spec, "__call__")):
        kind = NonCallableMagicMock
    elif isinstance(spec, type) and instance and not any("__call__" in c.__dict__ for c in spec.__mro__):
        kind = NonCallableMagicMock
    key = {"spec_set": spec} if spec_set else {"spec": spec}
    function = isinstance(spec, (types.FunctionType, types.MethodType))
    if spec is None:
        key = {}
    mock = kind(parent=_parent, _new_parent=_parent, _new_name=_name or "", name=_name or kwargs.pop("name", None),
                **key, **kwargs)
    d = mock.__dict__
    try:
        sig = inspect.signature(spec)
        if _parent is not None and function and isinstance(_parent._spec_class, type) and not isinstance(
                inspect.getattr_static(_parent._spec_class, _name, None), staticmethod) and sig.parameters:
            first = next(iter(sig.parameters))
            if first == "self":
                sig = sig.replace(parameters=list(sig.parameters.values())[1:])
        d["_spec_signature"] = sig
        d["_autospec"] = True
    except (TypeError, ValueError, AttributeError):
        pass
    if isinstance(spec, type) and not instance:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _parent=mock, _name="()")
    for entry in dir(spec):
        if entry.startswith("__") and entry.endswith("__"):
            continue
        try:
            original = getattr(spec, entry)
        except AttributeError:
            continue
        if callable(original) or isinstance(original, type):
            d["_mock_children"][entry] = _SpecState(original, spec_set, False)
    if function and not _is_async(spec) and _parent is None:
        return _function_like(mock, spec)
    return mock


def _function_like(mock, spec):
    @functools.wraps(spec)
    def funcopy(*args, **kwargs):
        return mock(*args, **kwargs)

    mock.__dict__["_mock_name"] = spec.__name__
    funcopy.mock = mock
    for name in ("assert_called_with", "assert_called_once_with", "assert_called", "assert_called_once",
                 "assert_not_called", "assert_has_calls", "assert_any_call", "reset_mock", "configure_mock"):
        setattr(funcopy, name, getattr(mock, name))
    for name in ("called", "call_count", "call_args", "call_args_list", "mock_calls", "return_value", "side_effect"):
        pass
    return _FunctionMock(funcopy, mock)


class _FunctionMock:
    """A function's autospec: called like it, asked like a mock."""

    def __init__(self, function, mock):
        self.__dict__.update(_function=function, mock=mock, __wrapped__=function.__wrapped__,
                             __name__=function.__name__)

    def __call__(self, /, *args, **kwargs):
        return self._function(*args, **kwargs)

    def __getattr__(self, name):
        return getattr(self.__dict__["mock"], name)

    def __setattr__(self, name, value):
        setattr(self.mock, name, value)

    def __repr__(self):
        return f"<function {self.__name__} at {id(self):#x}>"


def _importer(target):
    parts = target.split(".")
    name = parts[0]
    thing = __import__(name)
    for part in parts[1:]:
        name += "." + part
        try:
            thing = getattr(thing, part)
        except AttributeError:
            __import__(name)
            thing = getattr(thing, part)
    return thing


def _get_target(target):
    target, dot, attribute = target.rpartition(".")
    if not dot:
        raise TypeError(f"Need a valid target to patch. You supplied: {attribute!r}")
    return (lambda: _importer(target)), attribute


class _patch:
    attribute_name = None
    _active = []

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        self.getter = getter
        self.attribute = attribute
        self.new = new
        self.new_callable = new_callable
        self.spec = spec
        self.create = create
        self.has_local = False
        self.spec_set = spec_set
        self.autospec = autospec
        self.kwargs = kwargs
        self.additional_patchers = []

    def copy(self):
        new = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec,
                     self.new_callable, self.kwargs)
        new.attribute_name = self.attribute_name
        new.additional_patchers = [p.copy() for p in self.additional_patchers]
        return new

    def __call__(self, func):
        if isinstance(func, type):
            for attr in dir(func):
                if attr.startswith(patch.TEST_PREFIX) and callable(getattr(func, attr)):
                    setattr(func, attr, self.copy()(getattr(func, attr)))
            return func
        if hasattr(func, "patchings"):
            func.patchings.append(self)
            return func
        if inspect.iscoroutinefunction(func):

            @functools.wraps(func)
            async def patched(*args, **keywargs):
                with _entered(patched.patchings, args, keywargs) as (newargs, newkeywargs):
                    return await func(*newargs, **newkeywargs)
        else:

            @functools.wraps(func)
            def patched(*args, **keywargs):
                with _entered(patched.patchings, args, keywargs) as (newargs, newkeywargs):
                    return func(*newargs, **newkeywargs)

        patched.patchings = [self]
        return patched

    def get_original(self):
        target = self.getter()
        name = self.attribute
        local = False
        try:
            original = target.__dict__[name]
            local = True
        except (AttributeError, KeyError):
            original = getattr(target, name, DEFAULT)
        if not self.create and original is DEFAULT:
            import builtins

            if hasattr(builtins, name) and isinstance(target, types.ModuleType):
                self.create = True
            else:
                raise AttributeError(f"{target} does not have the attribute {name!r}")
        return original, local

    def __enter__(self):
        new, spec, spec_set, autospec, kwargs = self.new, self.spec, self.spec_set, self.autospec, self.kwargs
        self.target = self.getter()
        self._exit_stack = contextlib.ExitStack()
        original, local = self.get_original()
        if new is DEFAULT and autospec is None:
            if spec is True:
                spec = original
            if spec_set is True:
                spec_set = original
            key = {}
            if spec is not None:
                key["spec"] = spec
            if spec_set is not None:
                key["spec_set"] = spec_set
            if self.new_callable is not None:
                kind = self.new_callable
            elif _is_async(original if spec is None and spec_set is None else spec or spec_set):
                kind = AsyncMock
            else:
                kind = MagicMock
            if isinstance(kind, type) and issubclass(kind, NonCallableMock):
                key["name"] = self.attribute
            key.update(kwargs)
            new = kind(**key)
            if spec is not None and isinstance(spec, type) and isinstance(new, NonCallableMock) or (
                    spec_set is not None and isinstance(spec_set, type) and isinstance(new, NonCallableMock)):
                new.return_value = type(new)(spec=spec or spec_set, _new_name="()", _new_parent=new)
        elif autospec is not None:
            if autospec is True:
                autospec = original
            new = create_autospec(autospec, spec_set=bool(spec_set), name=self.attribute, **kwargs)
        elif kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.temp_original = original
        self.is_local = local
        setattr(self.target, self.attribute, new)
        if self.attribute_name is not None:
            extra = {self.attribute_name: new} if self.new is DEFAULT else {}
            for patching in self.additional_patchers:
                arg = self._exit_stack.enter_context(patching)
                if patching.new is DEFAULT:
                    extra.update(arg)
            return extra
        return new

    def __exit__(self, *exc_info):
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and not hasattr(self.target, self.attribute):
                setattr(self.target, self.attribute, self.temp_original)
        return self._exit_stack.__exit__(*exc_info)

    def start(self):
        result = self.__enter__()
        self._active.append(self)
        return result

    def stop(self):
        if self not in self._active:
            return None
        self._active.remove(self)
        return self.__exit__(None, None, None)


@contextlib.contextmanager
def _entered(patchings, args, keywargs):
    with contextlib.ExitStack() as stack:
        extra = []
        keywargs = dict(keywargs)
        for patching in patchings:
            arg = stack.enter_context(patching)
            if patching.attribute_name is not None:
                keywargs.update(arg)
            elif patching.new is DEFAULT:
                extra.append(arg)
        yield args + tuple(extra), keywargs


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *,
          unsafe=False, **kwargs):
    getter, attribute = _get_target(target)
    return _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                  new_callable=None, *, unsafe=False, **kwargs):
    if type(target) is str:
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    getter = (lambda: _importer(target)) if type(target) is str else (lambda: target)
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    first = None
    for attribute, new in kwargs.items():
        made = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        made.attribute_name = attribute
        if first is None:
            first = made
        else:
            first.additional_patchers.append(made)
    return first


class _patch_dict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = dict(values)
        self.values.update(kwargs)
        self.clear = clear

    def __call__(self, f):
        if isinstance(f, type):
            for attr in dir(f):
                if attr.startswith(patch.TEST_PREFIX) and callable(getattr(f, attr)):
                    setattr(f, attr, _patch_dict(self.in_dict, self.values, self.clear)(getattr(f, attr)))
            return f

        if inspect.iscoroutinefunction(f):

            @functools.wraps(f)
            async def _inner(*args, **kw):
                with self:
                    return await f(*args, **kw)
        else:

            @functools.wraps(f)
            def _inner(*args, **kw):
                with self:
                    return f(*args, **kw)

        return _inner

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _importer(self.in_dict)
        self._original = dict(self.in_dict)
        if self.clear:
            self.in_dict.clear()
        self.in_dict.update(self.values)
        return self.in_dict

    def __exit__(self, *args):
        self.in_dict.clear()
        self.in_dict.update(self._original)
        return False

    start = __enter__

    def stop(self):
        return self.__exit__()


def _stopall():
    for p in reversed(_patch._active[:]):
        p.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _stopall
patch.TEST_PREFIX = "test"


def mock_open(mock=None, read_data=""):
    import io

    def make():
        return io.BytesIO(read_data) if isinstance(read_data, bytes) else io.StringIO(read_data)

    if mock is None:
        mock = MagicMock(name="open")
    handle = MagicMock()
    state = [make()]
    handle.write.return_value = None
    handle.__enter__.return_value = handle
    for name in ("read", "readline", "readlines"):
        getattr(handle, name).side_effect = lambda *args, _name=name: getattr(state[0], _name)(*args)
    handle.__iter__.side_effect = lambda: iter(state[0])

    def reset(*args, **kwargs):
        state[0] = make()
        return DEFAULT

    mock.side_effect = reset
    mock.return_value = handle
    return mock
