# The mock that cannot be called: what it was given, how it is asked.

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
    "__fspath__", "__str__", "__hash__", "__sizeof__", "__eq__", "__ne__",
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
                setattr(type(self), name, _MagicProxy(lambda obj: value))
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
