# Iterating, sorting, summing where Python code takes part.


def _iter(v):
    it = _special(v, "__iter__")(v)
    if _method(it, "__next__") is None:
        raise TypeError(f"iter() returned non-iterator of type '{type(it).__name__}'")
    return it


def _iter_items(v):
    if type(v).__name__ == "async_generator":
        raise TypeError("'async_generator' object is not iterable")
    return _item_steps(v)


def _item_steps(v):
    i = 0
    while True:
        try:
            x = v[i]
        except (IndexError, StopIteration):
            return
        yield x
        i += 1


_item_steps.__qualname__ = "iterator"


def _reversed_items(v):
    return _reversed_steps(v, len(v))


def _reversed_steps(v, n):
    while n > 0:
        n -= 1
        yield v[n]


def _iter_until(f, sentinel):
    if not callable(f):
        raise TypeError("iter(v, w): v must be callable")
    return callable_iterator(f, sentinel)


class callable_iterator:
    __slots__ = "_f", "_sentinel"
    __module__ = "builtins"

    def __init__(self, f, sentinel):
        self._f = f
        self._sentinel = sentinel

    def __iter__(self):
        return self

    def __next__(self):
        f = self._f
        if f is None:
            raise StopIteration
        try:
            x = f()
        except StopIteration:
            self._f = None
            raise
        if x is self._sentinel or x == self._sentinel:
            self._f = None
            raise StopIteration
        return x


def _next(it):
    f = _method(it, "__next__")
    if f is None:
        raise TypeError(f"'{type(it).__name__}' object is not an iterator")
    return f()


def _next_or(it, default):
    try:
        return _next(it)
    except StopIteration:
        return default


def _aiter(v):
    f = _method(v, "__aiter__")
    if f is None:
        raise TypeError(f"'{type(v).__name__}' object is not an async iterable")
    return f()


def _anext(it):
    f = _method(it, "__anext__")
    if f is None:
        raise TypeError(f"'{type(it).__name__}' object is not an async iterator")
    return f()


async def _anext_or(it, default):
    try:
        return await _anext(it)
    except StopAsyncIteration:
        return default


def _enumerate(it, start):
    def enumerate(it, i):
        for x in it:
            yield i, x
            i += 1

    return enumerate(iter(it), start)


_end = [...]


def _zip(iterables, strict):
    iters = [iter(it) for it in iterables]

    def zip():
        if not iters:
            return
        while True:
            out = []
            for i in range(len(iters)):
                x = next(iters[i], _end)
                if x is _end:
                    if strict:
                        _zip_check(iters, i)
                    return
                out.append(x)
            yield tuple(out)

    return zip()


def _zip_check(iters, i):
    if i > 0:
        plural = " " if i == 1 else "s 1-"
        raise ValueError(f"zip() argument {i + 1} is shorter than argument{plural}{i}")
    for j in range(1, len(iters)):
        if next(iters[j], _end) is _end:
            continue
        plural = " " if j == 1 else "s 1-"
        raise ValueError(f"zip() argument {j + 1} is longer than argument{plural}{j}")


def _map(f, *iterables):
    if len(iterables) == 1:

        def map(it):
            for x in it:
                yield f(x)

        return map(iter(iterables[0]))
    iters = [iter(it) for it in iterables]

    def map():
        while True:
            args = []
            for it in iters:
                try:
                    args.append(next(it))
                except StopIteration:
                    return
            yield f(*args)

    return map()


def _filter(f, it):
    def filter(it):
        if f is None:
            for x in it:
                if x:
                    yield x
        else:
            for x in it:
                if f(x):
                    yield x

    return filter(iter(it))


def _sum(it, total):
    # Floats are summed with a running correction, as CPython does since 3.12.
    correction = 0.0
    for x in it:
        if type(total) is float and type(x) in (float, int, bool):
            x = float(x)
            new = total + x
            if abs(total) >= abs(x):
                correction += (total - new) + x
            else:
                correction += (x - new) + total
            total = new
        else:
            if correction:
                total, correction = total + correction, 0.0
            total = total + x
    if correction and correction - correction == 0.0:
        total = total + correction
    return total


def _any(it):
    for x in it:
        if x:
            return True
    return False


def _all(it):
    for x in it:
        if not x:
            return False
    return True


def _extreme(largest, it, key, default):
    found = False
    best = None
    mark = None
    for x in it:
        k = x if key is None else key(x)
        if not found:
            found = True
            best = x
            mark = k
        elif (k > mark) if largest else (k < mark):
            best = x
            mark = k
    if not found:
        if default is ...:
            raise ValueError(("max" if largest else "min") + "() iterable argument is empty")
        return default
    return best


def _sorted(it, key, reverse):
    items = [x for x in it]
    keys = items if key is None else [key(x) for x in items]
    out = _sort_by(items, keys, reverse)
    return _merge_sort(items, keys, reverse) if out is None else out


def _list_sort(l, key, reverse):
    l[:] = _sorted(list(l), key, reverse)


def _merge_sort(items, keys, reverse):
    # Up to 63 items as CPython compares them: a run, then binary insertion. Longer lists are merged from such pieces.
    n = len(items)
    order = list(range(n))
    if reverse:
        order.reverse()
    width = 63
    for start in range(0, n, width):
        part = order[start:start + width]
        at = _run(part, keys)
        while at < len(part):
            pivot = part.pop(at)
            key = keys[pivot]
            low = 0
            high = at
            while low < high:
                mid = low + high >> 1
                if key < keys[part[mid]]:
                    high = mid
                else:
                    low = mid + 1
            part.insert(low, pivot)
            at += 1
        order[start:start + width] = part
    while width < n:
        out = []
        for start in range(0, n, 2 * width):
            i = start
            mid = min(start + width, n)
            j = mid
            end = min(start + 2 * width, n)
            while i < mid and j < end:
                if keys[order[j]] < keys[order[i]]:
                    out.append(order[j])
                    j += 1
                else:
                    out.append(order[i])
                    i += 1
            out += order[i:mid] + order[j:end]
        order = out
        width *= 2
    if reverse:
        order.reverse()
    return [items[i] for i in order]


def _run(part, keys):
    # The length of the run at the beginning; a descending one is turned around.
    size = len(part)
    n = 1
    while n < size and not keys[part[n]] < keys[part[n - 1]]:
        n += 1
    if n >= size or n > 1 and keys[part[0]] < keys[part[n - 1]]:
        return n
    same = n
    n += 1
    # Equal items keep their order in what is turned around.
    groups = [part[:same], [part[same]]]
    while n < size:
        if keys[part[n]] < keys[part[n - 1]]:
            groups.append([part[n]])
        elif keys[part[n - 1]] < keys[part[n]]:
            break
        else:
            groups[-1].append(part[n])
        n += 1
    part[:n] = [x for g in reversed(groups) for x in g]
    while n < size and not keys[part[n]] < keys[part[n - 1]]:
        n += 1
    return n


def _divmod(a, b):
    f = _method(a, "__divmod__")
    if f is not None:
        r = f(b)
        if r is not NotImplemented:
            return r
    f = _method(b, "__rdivmod__")
    if f is not None:
        r = f(a)
        if r is not NotImplemented:
            return r
    raise TypeError(f"unsupported operand type(s) for divmod(): '{_type_name(a)}' and '{_type_name(b)}'")


def _based(name, index, v):
    n = index(v)
    return bin(n) if name == "bin" else oct(n) if name == "oct" else hex(n)


def _int_of(f, v):
    n = f(v)
    if not isinstance(n, int):
        raise TypeError(f"__int__ returned non-int (type {type(n).__name__})")
    return _plain(n)


def _float_of(f, v):
    x = f(v)
    if isinstance(x, int):
        return float(x)
    if not isinstance(x, float):
        raise TypeError(f"{type(v).__name__}.__float__ returned non-float (type {type(x).__name__})")
    return _plain(x)


def _int_of_buffer(v):
    return int(v.__buffer__(0).tobytes())


def _float_of_buffer(v):
    try:
        return float(v.__buffer__(0).tobytes())
    except ValueError:
        raise ValueError(f"could not convert string to float: {v!r}") from None


def _dist(p, q):
    import math

    return math.dist(tuple(p), tuple(q))


def _frame_of(g):
    import _frame

    return _frame.suspended(g)


def _math_of(name, values, keywords):
    import math

    real = lambda v: v if _method(v, "__float__") is None else float(v)
    return getattr(math, name)(*[real(v) for v in values], **{k: real(v) for k, v in keywords})


def _fsum(it):
    import math

    return math.fsum([x if _method(x, "__float__") is None else float(x) for x in it])


def _prod(it, total):
    for x in it:
        total = total * x
    return total
