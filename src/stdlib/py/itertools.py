"""Iterator building blocks: C in CPython."""

from _itertools import count as _count, repeat


def count(start=0, step=1):
    try:
        return _count(start, step)
    except TypeError:
        if not (hasattr(start, "__float__") and hasattr(step, "__float__")):
            raise
        return _steps(start, step)


def _steps(n, step):
    while True:
        yield n
        n += step


def cycle(iterable, /):
    return _cycle(iter(iterable))


def _cycle(iterable):
    saved = []
    for x in iterable:
        yield x
        saved.append(x)
    while saved:
        for x in saved:
            yield x


def accumulate(iterable, func=None, *, initial=None):
    return _accumulate(iter(iterable), func, initial)


def _accumulate(it, func, initial):
    total = initial
    if initial is None:
        try:
            total = next(it)
        except StopIteration:
            return
    yield total
    if func is None:
        for x in it:
            total = total + x
            yield total
    else:
        for x in it:
            total = func(total, x)
            yield total


def chain(*iterables):
    for it in iterables:
        for x in it:
            yield x


def _from_iterable(iterable, /):
    return _joined(iter(iterable))


def _joined(iterables):
    for it in iterables:
        for x in it:
            yield x


chain.from_iterable = _from_iterable


def compress(data, selectors):
    return _compress(zip(data, selectors))


def _compress(pairs):
    for x, keep in pairs:
        if keep:
            yield x


def dropwhile(predicate, iterable, /):
    return _dropwhile(predicate, iter(iterable))


def _dropwhile(predicate, it):
    for x in it:
        if not predicate(x):
            yield x
            break
    for x in it:
        yield x


def takewhile(predicate, iterable, /):
    return _takewhile(predicate, iter(iterable))


def _takewhile(predicate, iterable):
    for x in iterable:
        if not predicate(x):
            return
        yield x


def filterfalse(predicate, iterable, /):
    return _filterfalse(predicate, iter(iterable))


def _filterfalse(predicate, iterable):
    for x in iterable:
        if not (x if predicate is None else predicate(x)):
            yield x


class groupby:
    def __init__(self, iterable, key=None):
        self._it = iter(iterable)
        self._key = key
        self._wanted = self._current = self._value = _none
        self._turn = 0

    def __iter__(self):
        return self

    def _advance(self):
        self._value = next(self._it)
        self._current = self._value if self._key is None else self._key(self._value)

    def __next__(self):
        while self._current is self._wanted or self._current == self._wanted:
            self._advance()
        self._wanted = self._current
        self._turn += 1
        return self._current, self._group(self._current, self._turn)

    def _group(self, wanted, turn):
        while self._turn == turn and self._current == wanted:
            yield self._value
            try:
                self._advance()
            except StopIteration:
                self._it = iter(())
                return


class _None:
    pass


_none = _None()


def islice(iterable, *args):
    bounds = slice(*args)
    for v, what in ((bounds.start, "Indices"), (bounds.stop, "Stop argument")):
        if v is not None and (not isinstance(v, int) or v < 0):
            if len(args) == 1 or what != "Indices" and (v == -1 or not isinstance(v, int)):
                raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
            raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    step = 1 if bounds.step is None else bounds.step
    if not isinstance(step, int) or step < 1:
        raise ValueError("Step for islice() must be a positive integer or None.")
    return _slice_steps(iter(iterable), bounds.start or 0, bounds.stop, step)


def _slice_steps(it, start, stop, step):
    i = 0
    wanted = start
    if stop is not None and stop <= start:
        for x in it:
            i += 1
            if i >= stop:
                return
        return
    for x in it:
        if i == wanted:
            yield x
            wanted += step
        i += 1
        if stop is not None and (i >= stop or wanted >= stop and i >= stop):
            return


def pairwise(iterable, /):
    return _pairwise(iter(iterable))


def _pairwise(it):
    for a in it:
        for b in it:
            yield a, b
            a = b


def starmap(function, iterable, /):
    return _starmap(function, iter(iterable))


def _starmap(function, iterable):
    for args in iterable:
        yield function(*tuple(args))


class _tee:
    """One of several readers of an iterator; what one has read and others have not is a chain of links."""

    def __init__(self, iterable, /):
        if isinstance(iterable, _tee):
            self._it, self._link = iterable._it, iterable._link
        else:
            self._it, self._link = iter(iterable), [None, None]

    def __iter__(self):
        return self

    def __next__(self):
        link = self._link
        if link[1] is None:
            it, link[1] = self._it, _reading
            try:
                link[0] = next(it)
            except BaseException:
                link[1] = None
                raise
            link[1] = [None, None]
        elif link[1] is _reading:
            raise RuntimeError("cannot re-enter the tee iterator")
        value, self._link = link
        return value

    def __copy__(self):
        return _tee(self)


_tee.__module__ = "itertools"
_reading = ()


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError("n must be >= 0")
    if n == 0:
        return ()
    first = iterable if isinstance(iterable, _tee) else _tee(iterable)
    return (first,) + tuple([_tee(first) for _ in range(n - 1)])


def zip_longest(*iterables, fillvalue=None):
    return _zip_longest([iter(it) for it in iterables], fillvalue)


def _zip_longest(iters, fillvalue):
    active = len(iters)
    done = [False] * active
    while active:
        row = []
        for i in range(len(iters)):
            if done[i]:
                row.append(fillvalue)
                continue
            try:
                row.append(next(iters[i]))
            except StopIteration:
                done[i] = True
                active -= 1
                if not active:
                    return
                row.append(fillvalue)
        yield tuple(row)


def product(*iterables, repeat=1):
    if repeat < 0:
        raise ValueError("repeat argument cannot be negative")
    pools = [tuple(it) for it in iterables] * repeat
    return _product_steps(pools)


def _product_steps(pools):
    n = len(pools)
    for p in pools:
        if not p:
            return
    at = [0] * n
    row = [p[0] for p in pools]
    while True:
        yield tuple(row)
        i = n - 1
        while i >= 0:
            at[i] += 1
            if at[i] < len(pools[i]):
                row[i] = pools[i][at[i]]
                break
            at[i] = 0
            row[i] = pools[i][0]
            i -= 1
        if i < 0:
            return


def permutations(iterable, r=None):
    pool = tuple(iterable)
    n = len(pool)
    r = n if r is None else r
    if r < 0:
        raise ValueError("r must be non-negative")
    return _permutation_steps(pool, n, r)


def _permutation_steps(pool, n, r):
    if r > n:
        return
    order = list(range(n))
    left = list(range(n, n - r, -1))
    yield tuple([pool[i] for i in order[:r]])
    while True:
        i = r - 1
        while i >= 0:
            left[i] -= 1
            if left[i] == 0:
                order.append(order.pop(i))
                left[i] = n - i
                i -= 1
            else:
                j = n - left[i]
                order[i], order[j] = order[j], order[i]
                yield tuple([pool[k] for k in order[:r]])
                break
        if i < 0:
            return


def combinations(iterable, r):
    pool = tuple(iterable)
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combination_steps(pool, len(pool), r, 1)


def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)
    if r < 0:
        raise ValueError("r must be non-negative")
    return _repeated_steps(pool, len(pool), r)


def _repeated_steps(pool, n, r):
    yield from _combination_steps(pool, n, r, 0)


def _combination_steps(pool, n, r, gap):
    if (gap and r > n) or (not n and r):
        return
    at = [i * gap for i in range(r)]
    while True:
        yield tuple([pool[i] for i in at])
        i = r - 1
        while i >= 0 and at[i] == n - 1 - (r - 1 - i) * gap:
            i -= 1
        if i < 0:
            return
        v = at[i] + 1
        while i < r:
            at[i] = v
            v += gap
            i += 1


def batched(iterable, n, *, strict=False):
    if n < 1:
        raise ValueError("n must be at least one")
    return _batches(iter(iterable), n, strict)


def _batches(it, n, strict):
    while True:
        batch = tuple(islice(it, n))
        if not batch:
            return
        if strict and len(batch) != n:
            raise ValueError("batched(): incomplete batch")
        yield batch
