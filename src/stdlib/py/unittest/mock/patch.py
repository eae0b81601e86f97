# Putting mocks in the place of names.


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
    handle.__exit__.side_effect = lambda *exc_info: handle.close() is None and None
    for name in ("read", "readline", "readlines"):
        getattr(handle, name).side_effect = lambda *args, _name=name: getattr(state[0], _name)(*args)
    handle.__iter__.side_effect = lambda: iter(state[0])

    def reset(*args, **kwargs):
        state[0] = make()
        return DEFAULT

    mock.side_effect = reset
    mock.return_value = handle
    return mock
