# Mocks made from what they stand for.


def seal(mock):
    mock.__dict__["_mock_sealed"] = True
    for child in [*mock._mock_children.values(), mock._mock_return_value]:
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

    def __get__(self, obj, cls=None):
        return self if obj is None else types.MethodType(self, obj)

    def __call__(self, /, *args, **kwargs):
        return self._function(*args, **kwargs)

    def __getattr__(self, name):
        return getattr(self.__dict__["mock"], name)

    def __setattr__(self, name, value):
        setattr(self.mock, name, value)

    def __repr__(self):
        return f"<function {self.__name__} at {id(self):#x}>"
