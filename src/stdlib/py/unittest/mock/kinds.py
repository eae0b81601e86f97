# Mocks that are called, and those with special methods.


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
            elif name in ("__str__", "__hash__", "__sizeof__"):
                made.return_value = getattr(object, name)(obj)
            elif name in ("__eq__", "__ne__"):
                made.side_effect = lambda other: _same(made, obj, other, name == "__eq__")
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


def _same(mock, obj, other, equal):
    value = mock.__dict__["_mock_return_value"]
    if value is not DEFAULT:
        return value
    return equal if obj is other else NotImplemented


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
        self.assert_awaited_once()
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
