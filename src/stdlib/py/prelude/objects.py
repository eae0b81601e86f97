# The object model's Python side: what the run loop hands over because it may call program code.

_BINARY = (
    ("__add__", "__radd__", "__iadd__", "+"),
    ("__sub__", "__rsub__", "__isub__", "-"),
    ("__mul__", "__rmul__", "__imul__", "*"),
    ("__truediv__", "__rtruediv__", "__itruediv__", "/"),
    ("__floordiv__", "__rfloordiv__", "__ifloordiv__", "//"),
    ("__mod__", "__rmod__", "__imod__", "%"),
    ("__pow__", "__rpow__", "__ipow__", "** or pow()"),
    ("__matmul__", "__rmatmul__", "__imatmul__", "@"),
    ("__lshift__", "__rlshift__", "__ilshift__", "<<"),
    ("__rshift__", "__rrshift__", "__irshift__", ">>"),
    ("__and__", "__rand__", "__iand__", "&"),
    ("__or__", "__ror__", "__ior__", "|"),
    ("__xor__", "__rxor__", "__ixor__", "^"),
)


_SEQUENCES = (str, list, tuple, bytes, bytearray)


def _binary_or(op, a, b):
    left, right, _, _ = _BINARY[op]
    ta = type(a)
    tb = type(b)
    first = True
    if ta is not tb:
        r = _lookup(tb, right)
        if r is not None and issubclass(tb, ta) and r is not _lookup(ta, right):
            first = False
            v = _method(b, right)(a)
            if v is not NotImplemented:
                return v
    if first and ta is not tb and (op == 0 or op == 2) and ta in _SEQUENCES:
        # A sequence is joined or repeated after the other side was asked.
        f = _method(b, right)
        if f is not None:
            v = f(a)
            if v is not NotImplemented:
                return v
            first = False
    f = _method(a, left)
    if f is not None:
        v = f(b)
        if v is not NotImplemented:
            return v
    if first and ta is not tb:
        f = _method(b, right)
        if f is not None:
            v = f(a)
            if v is not NotImplemented:
                return v
    return NotImplemented


def _binary(op, a, b):
    v = _binary_or(op, a, b)
    if v is NotImplemented:
        sign = _BINARY[op][3]
        raise TypeError(f"unsupported operand type(s) for {sign}: '{_type_name(a)}' and '{_type_name(b)}'")
    return v


def _inplace(op, a, b):
    f = _method(a, _BINARY[op][2])
    if f is not None:
        v = f(b)
        if v is not NotImplemented:
            return v
    v = _binary_or(op, a, b)
    if v is NotImplemented:
        sign = _BINARY[op][3]
        sign = "**=" if op == 6 else sign + "="
        raise TypeError(f"unsupported operand type(s) for {sign}: '{_type_name(a)}' and '{_type_name(b)}'")
    return v


_COMPARE = (
    ("__lt__", "__gt__", "<"),
    ("__le__", "__ge__", "<="),
    ("__gt__", "__lt__", ">"),
    ("__ge__", "__le__", ">="),
    ("__eq__", "__eq__", "=="),
    ("__ne__", "__ne__", "!="),
)


def _compare(op, a, b):
    name, mirrored, sign = _COMPARE[op]
    ta = type(a)
    tb = type(b)
    first = True
    if ta is not tb and issubclass(tb, ta):
        f = _method(b, mirrored)
        if f is not None:
            first = False
            v = f(a)
            if v is not NotImplemented:
                return v
    f = _method(a, name)
    if f is not None:
        v = f(b)
        if v is not NotImplemented:
            return v
    return _compare_rest(op, a, b, first)


def _compare_rest(op, a, b, first=True):
    _, mirrored, sign = _COMPARE[op]
    if first:
        f = _method(b, mirrored)
        if f is not None:
            v = f(a)
            if v is not NotImplemented:
                return v
    if op == 4:
        return a is b
    if op == 5:
        return a is not b
    raise TypeError(f"'{sign}' not supported between instances of '{_type_name(a)}' and '{_type_name(b)}'")


def _not(v):
    return False if v else True


# ---- attributes


def _getattribute(obj, name, get, fallback):
    if fallback is None:
        return get(obj, name)
    try:
        return get(obj, name)
    except AttributeError:
        return fallback(obj, name)


# ---- classes


def __build_class__(body, name, /, *bases, metaclass=None, **keywords):
    resolved = bases
    for b in bases:
        if not isinstance(b, type):
            resolved = _resolve_bases(bases)
            break
    meta = metaclass
    if meta is None:
        meta = type(resolved[0]) if resolved else type
    if isinstance(meta, type):
        for b in resolved:
            m = type(b)
            if issubclass(m, meta):
                meta = m
            elif not issubclass(meta, m):
                raise TypeError(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases"
                )
    prepare = None if meta is type else getattr(meta, "__prepare__", None)
    space = {} if prepare is None else prepare(name, resolved, **keywords)
    if type(space) is dict:
        cell = _class_body(body, space)
    else:
        plain = dict(space)
        cell = _class_body(body, plain)
        for key, value in plain.items():
            space[key] = value
    if resolved is not bases:
        space["__orig_bases__"] = bases
    if meta is type:
        made = _make_class(type, name, resolved, space, keywords)
    else:
        made = meta(name, resolved, space, **keywords)
    if cell is not None and isinstance(made, type):
        cell.cell_contents = made
    return made


def _resolve_bases(bases):
    out = []
    for b in bases:
        if isinstance(b, type):
            out.append(b)
            continue
        entries = getattr(b, "__mro_entries__", None)
        if entries is None:
            out.append(b)
        else:
            out.extend(entries(bases))
    return tuple(out)


def _make_class(meta, name, bases, space, keywords):
    # type.__new__ with all that follows from it.
    slots = space.get("__slots__", ())
    for n in (slots,) if isinstance(slots, str) else slots if isinstance(slots, (tuple, list, dict)) else ():
        if n in space:
            raise ValueError(f"{n!r} in __slots__ conflicts with class variable")
    if slots:
        for b in bases:
            if issubclass(b, (int, tuple, bytes)):
                kind = "int" if issubclass(b, int) else "tuple" if issubclass(b, tuple) else "bytes"
                if slots != "__dict__" and slots != ("__dict__",):
                    raise TypeError(f"nonempty __slots__ not supported for subtype of {b.__name__!r}")
    made = _new_object(meta, (name, bases, space), {})
    for key, value in list(space.items()):
        t = type(value)
        if t is function or t is property:
            continue
        f = _method(value, "__set_name__")
        if f is not None:
            try:
                f(made, key)
            except BaseException as e:
                e.add_note(f"Error calling __set_name__ on {t.__name__!r} instance {key!r} in {name!r}")
                raise
    super(made, made).__init_subclass__(**keywords)
    return made


function = type(_binary)


def _slot_member(cls, name):
    return member_descriptor(cls, name)


def _vars(v):
    try:
        return v.__dict__
    except AttributeError:
        pass
    raise TypeError("vars() argument must have __dict__ attribute")


def _type_call(cls, args, pairs):
    return _construct(cls, args, {pairs[i]: pairs[i + 1] for i in range(0, len(pairs), 2)})


def _construct(cls, args, keywords):
    # cls(*args, **keywords) where __new__ or the metaclass is not the ordinary one.
    if issubclass(cls, type):
        if cls is type and len(args) == 1:
            return type(args[0])
        if cls is type and len(args) != 3:
            raise TypeError("type() takes 1 or 3 arguments")
        new = _lookup(cls, "__new__")
        if new is _lookup(type, "__new__"):
            for at, (given, kind) in enumerate(zip(args, (str, tuple, dict))):
                if not isinstance(given, kind):
                    shown = "None" if given is None else _type_name(given)
                    raise TypeError(f"type.__new__() argument {at + 1} must be {kind.__name__}, not {shown}")
            if "__module__" not in args[2]:
                args = (args[0], args[1], {**args[2], "__module__": _caller()})
            # The metaclass is the most derived one among those of the bases.
            meta = cls
            for base in args[1]:
                if not issubclass(meta, type(base)):
                    if not issubclass(type(base), meta):
                        raise TypeError(
                            "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                            "metaclasses of all its bases"
                        )
                    meta = type(base)
            if _lookup(meta, "__new__") is new:
                this = _make_class(cls, args[0], args[1], args[2], keywords)
            else:
                this = meta.__new__(meta, *args, **keywords)
        else:
            this = cls.__new__(cls, *args, **keywords)
    else:
        this = cls.__new__(cls, *args, **keywords)
    if cls in type(this).__mro__:
        init = _method(this, "__init__")
        if not _plain_init(init):
            if init(*args, **keywords) is not None:
                raise TypeError("__init__() should return None")
        elif (args or keywords) and _lookup(cls, "__new__") is _lookup(object, "__new__"):
            raise TypeError(f"{cls.__name__}() takes no arguments")
    return this


def _plain_init(init):
    f = getattr(init, "__func__", None)
    return f is _lookup(object, "__init__") or f is _lookup(type, "__init__")


def _init_then(this, init, args, keywords):
    init(*args, **keywords)
    return this


def _wrap_call(cls, make, args, keywords):
    return _wrap(cls, make(*args, **keywords))


# ---- exceptions


def _tb_frame(tb):
    return _import_module("_frame").of_traceback(tb)


def _make_raise(exc, cause):
    if _is_exception_class(exc):
        made = exc()
        if not _is_exception(made):
            raise TypeError(
                f"calling {exc!r} should have returned an instance of BaseException, not {type(made)!r}"
            )
        exc = made
    elif not _is_exception(exc):
        raise TypeError("exceptions must derive from BaseException")
    if cause is not ...:
        if _is_exception_class(cause):
            cause = cause()
        elif cause is not None and not _is_exception(cause):
            raise TypeError("exception causes must derive from BaseException")
        exc.__cause__ = cause
    return exc


def _throw_class(generator, cls, *more):
    value, traceback = (*more, None, None)[:2]
    if more:
        import warnings

        warnings.warn("the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.", DeprecationWarning)
    if _is_exception(cls):
        if value is not None:
            raise TypeError("instance exception may not have a separate value")
        exc = cls
    elif not _is_exception_class(cls):
        raise TypeError(f"exceptions must be classes or instances deriving from BaseException, not {type(cls).__name__}")
    elif isinstance(value, cls):
        exc = value
    else:
        exc = cls(*(() if value is None else value if isinstance(value, tuple) else (value,)))
        if not _is_exception(exc):
            exc = TypeError(f"calling {cls!r} should have returned an instance of BaseException, not {type(exc).__name__}")
    return generator.throw(exc if traceback is None else exc.with_traceback(traceback))


def _group_derive(group, members):
    return _group_of(group.message, members)


def _group_of(message, members):
    for m in members:
        if not isinstance(m, Exception):
            return BaseExceptionGroup(message, members)
    return ExceptionGroup(message, members)


def _group_with(group, members):
    made = group.derive(members)
    if not isinstance(made, BaseExceptionGroup):
        raise TypeError("derive must return an instance of BaseExceptionGroup")
    made.__traceback__ = group.__traceback__
    made.__context__ = group.__context__
    # Sets `__suppress_context__` as well, even to no cause.
    made.__cause__ = group.__cause__
    notes = getattr(group, "__notes__", None)
    if isinstance(notes, (list, tuple)):
        made.__notes__ = list(notes)
    return made


def _group_split(group, condition):
    kinds = condition if isinstance(condition, tuple) else (condition,)
    if all([isinstance(k, type) and issubclass(k, BaseException) for k in kinds]):
        condition = lambda e: isinstance(e, kinds)
    elif isinstance(condition, (type, tuple)) or not callable(condition):
        raise TypeError(
            "expected an exception type, a tuple of exception types, or a callable (other than a class)"
        )
    if condition(group):
        return group, None
    matching = []
    rest = []
    for m in group.exceptions:
        if isinstance(m, BaseExceptionGroup):
            a, b = m.split(condition)
            if a is not None:
                matching.append(a)
            if b is not None:
                rest.append(b)
        elif condition(m):
            matching.append(m)
        else:
            rest.append(m)
    return (
        _group_with(group, matching) if matching else None,
        _group_with(group, rest) if rest else None,
    )


def _group_subgroup(group, condition):
    return _group_split(group, condition)[0]


def _match_group(exc, wanted):
    # except*: a plain exception that matches comes as a group of one.
    kinds = wanted if isinstance(wanted, tuple) else (wanted,)
    for k in kinds:
        if not _is_exception_class(k):
            raise TypeError("catching classes that do not inherit from BaseException is not allowed")
        if issubclass(k, BaseExceptionGroup):
            raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
    if exc is None:
        return None, None
    if isinstance(exc, wanted):
        if isinstance(exc, BaseExceptionGroup):
            return exc, None
        return _group_of("", (exc,)), None
    if isinstance(exc, BaseExceptionGroup):
        return exc.split(wanted)
    return None, exc


def _leaves(exc, into):
    if isinstance(exc, BaseExceptionGroup):
        for m in exc.exceptions:
            _leaves(m, into)
    else:
        into.append(exc)


def reraise_star(original, raised):
    # What is left at the end of try/except*: the new exceptions and the unhandled rest of the original.
    new = []
    kept = []
    for e in raised:
        if e is None:
            continue
        if e is original or (isinstance(e, BaseExceptionGroup) and e.__traceback__ is original.__traceback__):
            kept.append(e)
        else:
            new.append(e)
    if not new:
        if not kept:
            return None
        if len(kept) == 1:
            return kept[0]
        return _merge(original, kept)
    if kept:
        new.append(kept[0] if len(kept) == 1 else _merge(original, kept))
    if len(new) == 1 and not kept:
        return new[0]
    return _group_of("", new)


def _merge(original, parts):
    wanted = []
    for p in parts:
        _leaves(p, wanted)
    return _group_split(original, lambda e: any(e is w for w in wanted))[0]


# ---- generators


def _generator_close(generator):
    try:
        _raw_throw(generator, GeneratorExit())
    except StopIteration as e:
        return e.value
    except GeneratorExit:
        return None
    kind = "generator" if type(generator) is _generator and not generator.__name__.startswith("_agen_") else "coroutine"
    raise RuntimeError(kind + " ignored GeneratorExit")


def _coroutine_wrapper(coroutine):
    return (yield from _delegate(coroutine))


def _delegate(coroutine):
    # A coroutine iterated by hand: coroutine.__await__().
    sent = None
    while True:
        try:
            value = coroutine.send(sent)
        except StopIteration as e:
            return e.value
        try:
            sent = yield value
        except GeneratorExit:
            coroutine.close()
            raise
        except BaseException as e:
            try:
                value = coroutine.throw(e)
            except StopIteration as e:
                return e.value
            sent = yield value


def _agen_begin(agen, what):
    if _raw_busy(agen, True):
        raise RuntimeError(what + "(): asynchronous generator is already running")


def _agen_steps(agen, own, value):
    # Passes on what the generator awaits until it gives a value of its own.
    while not own:
        try:
            sent = yield value
        except BaseException as e:
            own, value = _raw_throw(agen, e)
        else:
            own, value = _raw_send(agen, sent)
    return value


# What is sent or thrown into one of these before it has begun comes as `sent` or `exc`.


def _agen_next(agen, sent=None, exc=None):
    _agen_begin(agen, "anext")
    try:
        own, value = _raw_send(agen, sent) if exc is None else _raw_throw(agen, exc)
        return (yield from _agen_steps(agen, own, value))
    finally:
        _raw_busy(agen, False)


def _agen_athrow(agen, exc, value=None, traceback=None):
    _agen_begin(agen, "athrow")
    if _is_exception_class(exc):
        exc = exc() if value is None else value if _is_exception(value) else exc(value)
    try:
        own, value = _raw_throw(agen, exc)
        return (yield from _agen_steps(agen, own, value))
    finally:
        _raw_busy(agen, False)


def _agen_aclose(agen, sent=None, exc=None):
    state = _raw_state(agen)
    if exc is None and (state == 0 or state == 3):
        _raw_close(agen)
        return None
    _agen_begin(agen, "aclose")
    try:
        own, value = _raw_throw(agen, GeneratorExit() if exc is None else exc)
        yield from _agen_steps(agen, own, value)
    except (StopAsyncIteration, GeneratorExit):
        if exc is not None:
            raise
        return None
    finally:
        _raw_busy(agen, False)
    raise RuntimeError("async generator ignored GeneratorExit")


# ---- calls


def _dict_merge(into, source, function):
    keys = getattr(source, "keys", None)
    if keys is None:
        raise TypeError(
            f"{_callee_name(function)} argument after ** must be a mapping, not {type(source).__name__}"
        )
    for key in keys():
        if key in into:
            raise TypeError(f"{_callee_name(function)} got multiple values for keyword argument '{key}'")
        into[key] = source[key]
    for key in into:
        if not isinstance(key, str):
            raise TypeError("keywords must be strings")


def _not_iterable_argument(function, value):
    raise TypeError(f"{_callee_name(function)} argument after * must be an iterable, not {_type_name(value)}")


def _callee_name(function):
    name = getattr(function, "__qualname__", None)
    if name is None:
        return f"{type(function).__name__} object"
    module = getattr(function, "__module__", None)
    if module is None or module == "builtins":
        return name + "()"
    return f"{module}.{name}()"


def _dict_update(into, source):
    if not hasattr(source, "keys"):
        raise TypeError(f"'{type(source).__name__}' object is not a mapping")
    for key in source.keys():
        into[key] = source[key]


def _set_of(*items):
    out = set()
    for v in items:
        out.add(v)
    return out


def _dict_of(*items):
    out = {}
    for i in range(0, len(items), 2):
        out[items[i]] = items[i + 1]
    return out


def _set_add(s, v):
    s.add(v)


def _format_field(v, conversion, spec):
    if conversion == 114:
        v = repr(v)
    elif conversion == 97:
        v = ascii(v)
    else:
        v = str(v)
    return format(v, spec)


# ---- the end of objects


def _signalled(signals, waits):
    import signal

    signal._call(signals)
    return signal._again() if waits else None


def _finalize(things, inside=False):
    for thing in things:
        f = _special(thing, "__del__")
        try:
            if f is not None:
                f(thing)
            elif type(thing) is _generator:
                f = thing
                thing.close()
            elif type(thing).__name__ == "async_generator":
                import _loop

                loop = _loop.running_loop()
                if loop is not None:
                    loop.call_soon(loop.create_task, thing.aclose())
            elif type(thing).__name__ == "coroutine" and thing.cr_frame and not thing.cr_suspended:
                import warnings

                f = thing
                warnings._warn_unawaited_coroutine(thing, inside)
            elif getattr(thing, "_log_traceback", False) is True:
                thing.get_loop()._report_failed(thing)
        except BaseException as e:
            import sys

            sys._ignored(e, None, f)
        number = _unweak(thing)
        if number:
            import weakref

            weakref._died(number)


_generator = type((x for x in ()))
