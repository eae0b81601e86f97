# Containers whose items or keys are compared, hashed or shown in Python.


def _find(d, key, h):
    c = _candidates(d, h)
    for i in range(1, len(c), 2):
        k = c[i]
        if k is key or k == key:
            return c[i - 1]
    return -1


def _hash_of(key):
    return hash(key)


def _hash(v):
    f = _special(v, "__hash__")
    if f is None:
        if isinstance(v, tuple):
            return hash(tuple([hash(x) for x in _plain(v)]))
        p = _plain(v)
        if p is not v:
            return hash(p)
        _unhashable(v)
    h = f(v)
    if not isinstance(h, int):
        raise TypeError("__hash__ method should return an integer")
    h = _plain(h)
    # What fits is taken as it is, not as the hash of an int.
    return -2 if h == -1 else int(h) if -(1 << 63) <= h < 1 << 63 else hash(h)


def _dict_getitem(d, key):
    at = _find(d, key, hash(key))
    if at < 0:
        raise KeyError(key)
    return _entry(d, at)


def _dict_getitem_or(d, key, owner):
    at = _find(d, key, hash(key))
    if at < 0:
        return owner.__missing__(key)
    return _entry(d, at)


def _dict_setitem(d, key, value):
    h = hash(key)
    _store(d, _find(d, key, h), h, key, value)


def _dict_delitem(d, key):
    at = _find(d, key, hash(key))
    if at < 0:
        raise KeyError(key)
    _drop(d, at)


def _dict_get(d, key, default):
    at = _find(d, key, hash(key))
    return default if at < 0 else _entry(d, at)


def _dict_setdefault(d, key, default):
    h = hash(key)
    at = _find(d, key, h)
    if at < 0:
        _store(d, -1, h, key, default)
        return default
    return _entry(d, at)


def _dict_pop(d, key, *default):
    at = _find(d, key, hash(key))
    if at < 0:
        if default:
            return default[0]
        raise KeyError(key)
    return _drop(d, at)


def _dict_fill(d, source, named, owner=None):
    if hasattr(source, "keys"):
        for k in source.keys():
            d[k] = source[k]
    else:
        i = 0
        for pair in source:
            wrong = False
            try:
                pair = list(pair)
            except TypeError:
                if _is_ordered(owner):
                    raise
                wrong = True
            if wrong:
                raise TypeError(f"cannot convert dictionary update sequence element #{i} to a sequence")
            if len(pair) != 2:
                if _is_ordered(owner):
                    few = f"need more than {len(pair)} value{'' if pair else 's'} to unpack"
                    raise ValueError(few if len(pair) < 2 else "too many values to unpack (expected 2)")
                raise ValueError(f"dictionary update sequence element #{i} has length {len(pair)}; 2 is required")
            d[pair[0]] = pair[1]
            i += 1
    for k, v in named.items():
        d[k] = v
    return d


def _is_ordered(d):
    return any([c.__name__ == "OrderedDict" and c.__module__ == "collections" for c in type(d).__mro__])


def _dict_refill(d, source, named, owner=None):
    _dict_fill(d, source, named, owner)


def _dict_fromkeys(cls, it, value):
    d = cls()
    for k in it:
        d[k] = value
    return d


def _dict_or(a, b):
    d = dict(a)
    for k in b:
        d[k] = b[k]
    return d


def _dict_ior(a, b):
    _dict_fill(a, b, {})
    return a


def _set_discard(s, v):
    at = _find(s, v, hash(v))
    if at >= 0:
        _drop(s, at)


def _set_remove(s, v):
    at = _find(s, v, hash(v))
    if at < 0:
        raise KeyError(v)
    _drop(s, at)


def _set_add(s, v):
    h = hash(v)
    at = _find(s, v, h)
    if at < 0:
        _store(s, -1, h, v, None)


def _set_update(s, *sources):
    for it in sources:
        for v in it:
            h = hash(v)
            at = _find(s, v, h)
            if at < 0:
                _store(s, -1, h, v, None)


def _set_union(s, *sources):
    _set_update(s, *sources)
    return s


def _set_filled(s, it):
    _set_update(s, it)
    return s


def _set_op(op, a, b):
    if op == 11:
        out = set(a)
        _set_update(out, b)
    elif op == 10:
        out = set()
        for v in a:
            if v in b:
                _set_add(out, v)
    elif op == 1:
        out = set()
        for v in a:
            if v not in b:
                _set_add(out, v)
    else:
        out = set()
        for v in a:
            if v not in b:
                _set_add(out, v)
        for v in b:
            if v not in a:
                _set_add(out, v)
    return frozenset(out) if isinstance(a, frozenset) else out


def _set_fold(op, inplace, first, *others):
    out = first
    for o in others:
        out = _set_op(op, out, set(o))
    if inplace:
        _set_copy(first, out)
        return None
    return out


def _set_relation(a, b, which):
    if not isinstance(b, (set, frozenset)):
        b = set(b)
    if which == "<":
        return all([v in b for v in a])
    if which == ">":
        return all([v in a for v in b])
    return not any([v in b for v in a])


_KEYS, _ITEMS = type({}.keys()), type({}.items())


def _view_op(op, a, b):
    # In CPython's steps, from which the order of the result comes. `a` or `b` is a view.
    if op == 10:
        if not isinstance(a, (_KEYS, _ITEMS)):
            a, b = b, a
        if type(b) is set and len(a) <= len(b):
            return b.intersection(a)
        if isinstance(b, (_KEYS, _ITEMS)) and len(b) > len(a):
            a, b = b, a
        return {v for v in b if v in a}
    if op == 12 and isinstance(a, _ITEMS) and isinstance(b, _ITEMS):
        few, many = (b, a) if len(a) > len(b) else (a, b)
        rest, made = dict(few), set()
        for key, value in many:
            if key in rest and (rest[key] is value or rest[key] == value):
                del rest[key]
            else:
                made.add((key, value))
        made.update(rest.items())
        return made
    made = set(a.mapping if type(a) is _KEYS else a)
    if op == 1:
        made.difference_update(b)
    elif op == 11:
        made.update(b)
    else:
        made.symmetric_difference_update(b)
    return made


def _view_isdisjoint(a, b):
    for v in b:
        if v in a:
            return False
    return True


def _contains_set(container, key):
    return frozenset(key) in container


def _list_from(it):
    return [x for x in it]


def _list_extend(l, it):
    for x in it:
        l.append(x)


def _list_iadd(l, it):
    for x in it:
        list.append(l, x)
    return l


def _tuple_from(it):
    return tuple([x for x in it])


def _list_index(l, item, start, stop):
    i = start
    n = len(l)
    while i < stop and i < n:
        x = l[i]
        if x is item or x == item:
            return i
        i += 1
    if isinstance(l, tuple):
        raise ValueError("tuple.index(x): x not in tuple")
    raise ValueError(f"{item!r} is not in {type(l).__name__}")


def _list_count(l, item):
    n = 0
    for x in l:
        if x is item or x == item:
            n += 1
    return n


def _list_remove(l, item):
    i = 0
    for x in l:
        if x is item or x == item:
            del l[i]
            return
        i += 1
    raise ValueError("list.remove(x): x not in list" if isinstance(l, list) else "deque.remove(x): x not in deque")


def _set_slice(l, key, value):
    l[key] = [x for x in value]


def _get_item_index(obj, key, index):
    return obj[index(key)]


def _as_index(v):
    """The int that a value stands for; the value itself when its class does not say."""
    f = None if isinstance(v, int) else _special(v, "__index__")
    if f is None:
        return v
    n = f(v)
    if not isinstance(n, int):
        raise TypeError(f"__index__ returned non-int (type {type(n).__name__})")
    return n


def _indexed(callee, *args):
    return callee(*[_as_index(a) for a in args])


def _set_item_index(obj, key, value, index):
    obj[index(key)] = value


def _index_slice(s):
    parts = [p if p is None or isinstance(p, int) else type(p).__index__(p) for p in (s.start, s.stop, s.step)]
    return slice(*parts)


def _get_sliced(obj, s):
    return obj[_index_slice(s)]


def _set_sliced(obj, s, value):
    obj[_index_slice(s)] = value


def _class_item(cls, key):
    f = getattr(cls, "__class_getitem__", None)
    if f is not None:
        return f(key)
    if issubclass(cls, _GENERIC) or issubclass(cls, Generic):
        if cls is type or not issubclass(cls, type):
            return GenericAlias(cls, key)
    raise TypeError(f"type '{cls.__name__}' is not subscriptable")


def _deque_fill(d, it, answer):
    for x in it:
        _deque.append(d, x)
    return answer


def _deque_extend(d, it):
    for x in it:
        _deque.append(d, x)


def _deque_extendleft(d, it):
    for x in it:
        _deque.appendleft(d, x)


def _deque_iadd(d, it):
    for x in it:
        _deque.append(d, x)
    return d


def _bytes_from(source):
    f = _special(source, "__bytes__")
    if f is not None:
        return f(source)
    n = _as_index(source)
    return bytes(n if n is not source else [x for x in source])


def _bytearray_from(source):
    f = _special(source, "__bytes__")
    if f is not None:
        return bytearray(f(source))
    n = _as_index(source)
    return bytearray(n if n is not source else [x for x in source])


def _bytearray_extend(b, source):
    b.extend([x for x in source])


def _bytes_percent(form, args):
    # As text of one character a byte; what a bytes-like argument is told apart here.
    text = form.decode("latin-1")
    values = args if isinstance(args, tuple) else (args,)
    out = []
    used = i = 0
    keyed = False
    while True:
        j = text.find("%", i)
        if j < 0:
            break
        out.append(text[i:j])
        i = j + 1
        if text[i : i + 1] == "(":
            end = text.find(")", i)
            if end < 0:
                raise ValueError("incomplete format key")
            if not hasattr(args, "keys"):
                raise TypeError("format requires a mapping")
            values, used, keyed = (args[text[i + 1 : end].encode("latin-1")],), 0, True
            i = end + 1
        start = i
        while text[i : i + 1] and text[i] in "#0- +123456789.*hlL":
            i += 1
        kind = text[i : i + 1]
        if not kind:
            raise ValueError("incomplete format")
        spec = "%" + text[start:i].rstrip("hlL")
        i += 1
        if kind == "%":
            out.append("%")
            continue
        n = spec.count("*") + 1
        if used + n > len(values):
            raise TypeError("not enough arguments for format string")
        v = values[used + n - 1]
        if kind in "sb":
            kind = "s"
            if not isinstance(v, (bytes, bytearray)):
                f = _special(v, "__bytes__")
                if f is None:
                    raise TypeError(
                        f"%b requires a bytes-like object, or an object that implements __bytes__, not '{_type_name(v)}'"
                    )
                v = f(v)
            v = v.decode("latin-1")
        elif kind in "ra":
            v, kind = ascii(v), "s"
        elif kind == "c":
            if isinstance(v, int) and not 0 <= v < 256:
                raise OverflowError("%c arg not in range(256)")
            if isinstance(v, (bytes, bytearray)) and len(v) == 1:
                v = v[0]
            if not isinstance(v, int):
                raise TypeError("%c requires an integer in range(256) or a single byte")
        out.append((spec + kind) % (values[used : used + n - 1] + (v,)))
        used += n
    mapping = hasattr(type(args), "__getitem__") and not isinstance(args, (tuple, str, bytes, bytearray, _deque))
    if used < len(values) and not keyed and not (mapping and not used):
        raise TypeError("not all arguments converted during bytes formatting")
    out.append(text[i:])
    return type(form)("".join(out).encode("latin-1"))


def _bytes_join(sep, it):
    return sep.join([x for x in it])


def _join(sep, it):
    return sep.join([x for x in it])


# ---- comparing


def _compare_items(op, a, b):
    # Two containers of the same kind with items that Python compares; op counts < <= > >= == !=.
    if isinstance(a, (dict, set, frozenset)):
        return _compare_sets(op, a, b)
    if isinstance(a, _deque):
        a = list(a)
        b = list(b)
    n = len(a)
    if op >= 4 and n != len(b):
        return op == 5
    m = len(b)
    i = 0
    while i < n and i < m:
        x = a[i]
        y = b[i]
        if not (x is y or x == y):
            if op == 4:
                return False
            if op == 5:
                return True
            if op == 0:
                return x < y
            if op == 1:
                return x <= y
            if op == 2:
                return x > y
            return x >= y
        i += 1
    if op == 0:
        return n < m
    if op == 1:
        return n <= m
    if op == 2:
        return n > m
    if op == 3:
        return n >= m
    return (n == m) == (op == 4)


def _compare_sets(op, a, b):
    if isinstance(a, dict):
        same = len(a) == len(b)
        if same:
            for k in a:
                if k not in b:
                    same = False
                    break
                x = a[k]
                y = b[k]
                if not (x is y or x == y):
                    same = False
                    break
        return same == (op == 4)
    if op == 2 or op == 3:
        a, b = b, a
        op -= 2
    n = len(a)
    m = len(b)
    if op >= 4:
        within = n == m
    elif op == 0:
        within = n < m
    else:
        within = n <= m
    if within:
        for v in a:
            if v not in b:
                within = False
                break
    return within != (op == 5)


def _compare_views(op, a, b):
    # Views of items, whose values may not be hashable.
    for v in (a, b):
        if not isinstance(v, (set, frozenset)) and type(v).__name__ not in ("dict_items", "dict_keys"):
            if op >= 4:
                return op == 5
            sign = ("<", "<=", ">", ">=")[op]
            raise TypeError(f"'{sign}' not supported between instances of '{type(a).__name__}' and '{type(b).__name__}'")
    return _compare_sets(op, a, b)


def _ne_by_eq(a, b):
    r = a.__eq__(b)
    return r if r is NotImplemented else not r


def _contains(container, item):
    f = _special(container, "__contains__")
    if f is not None:
        return True if f(container, item) else False
    p = _plain(container)
    if _special(container, "__iter__") is None and isinstance(p, (dict, set, frozenset)):
        return _find(p, item, hash(item)) >= 0
    for x in container:
        if x is item or x == item:
            return True
    return False


def _not_contains(container, item):
    return not _contains(container, item)


def _truth(v):
    f = _special(v, "__bool__")
    if f is not None:
        r = f(v)
        if r is True or r is False:
            return r
        raise TypeError(f"__bool__ should return bool, returned {type(r).__name__}")
    return _len(v) != 0


def _len(v):
    n = _special(v, "__len__")(v)
    if not isinstance(n, int):
        raise TypeError(f"'{type(n).__name__}' object cannot be interpreted as an integer")
    if n < 0:
        raise ValueError("__len__() should return >= 0")
    return _plain(n)


def _says_instance(obj, kind):
    return issubclass(obj.__class__, kind)


def _isinstance(obj, kind):
    if isinstance(kind, tuple):
        for k in kind:
            if isinstance(obj, k):
                return True
        return False
    f = _method(kind, "__instancecheck__")
    if f is not None:
        return True if f(obj) else False
    raise TypeError("isinstance() arg 2 must be a type, a tuple of types, or a union")


def _issubclass(sub, kind):
    if isinstance(kind, tuple):
        for k in kind:
            if issubclass(sub, k):
                return True
        return False
    f = _method(kind, "__subclasscheck__")
    if f is not None:
        return True if f(sub) else False
    if not isinstance(sub, type):
        raise TypeError("issubclass() arg 1 must be a class")
    raise TypeError("issubclass() arg 2 must be a class, a tuple of classes, or a union")


def _getattr_or(obj, name, default):
    try:
        return getattr(obj, name)
    except AttributeError:
        return default


def _hasattr(obj, name):
    try:
        getattr(obj, name)
    except AttributeError:
        return False
    return True


def _setattr(obj, name, value):
    type(obj).__setattr__(obj, name, value)


def _dir(v):
    return sorted(_method(v, "__dir__")())
