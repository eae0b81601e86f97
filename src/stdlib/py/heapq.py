"""Heap queues: C in CPython."""

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]

_NONE = object()


def _up(heap, start, pos):
    # Moves the item at pos towards the root until its parent is not larger.
    item = heap[pos]
    while pos > start:
        parent = (pos - 1) >> 1
        above = heap[parent]
        if item < above:
            heap[pos] = above
            pos = parent
            continue
        break
    heap[pos] = item


def _down(heap, pos):
    # Lets the smaller children rise until a leaf is reached, then lifts the item from there.
    end = len(heap)
    start = pos
    item = heap[pos]
    child = 2 * pos + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    heap[pos] = item
    _up(heap, start, pos)


def _check(heap, what):
    if not isinstance(heap, list):
        raise TypeError(f"{what} must be list, not {type(heap).__name__}")


def heappush(heap, item):
    _check(heap, "heappush() argument 1")
    heap.append(item)
    _up(heap, 0, len(heap) - 1)


def heappop(heap):
    _check(heap, "heappop() argument")
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if heap:
        first = heap[0]
        heap[0] = last
        _down(heap, 0)
        return first
    return last


def heapreplace(heap, item):
    _check(heap, "heapreplace() argument 1")
    if not heap:
        raise IndexError("index out of range")
    first = heap[0]
    heap[0] = item
    _down(heap, 0)
    return first


def heappushpop(heap, item):
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _down(heap, 0)
    return item


def heapify(x):
    _check(x, "heapify() argument")
    for i in reversed(range(len(x) // 2)):
        _down(x, i)


def _heappop_max(heap):
    if not heap:
        raise IndexError("pop from empty list")
    last = heap.pop()
    return _heapreplace_max(heap, last) if heap else last


def _heapreplace_max(heap, item):
    first = heap[0]
    heap[0] = item
    _heapify_max(heap)
    return first


def _heapify_max(x):
    """The largest first: what is left of the order is what `_heappop_max` needs."""
    x.sort(reverse=True)


def nsmallest(n, iterable, key=None):
    # Fewer than two are found without putting all in order.
    it = iter(iterable)
    if n < 1:
        return []
    if n == 1:
        least = min(it, default=_NONE, key=key)
        return [] if least is _NONE else [least]
    return sorted(it, key=key)[:n]


def nlargest(n, iterable, key=None):
    it = iter(iterable)
    if n < 1:
        return []
    if n == 1:
        most = max(it, default=_NONE, key=key)
        return [] if most is _NONE else [most]
    return sorted(it, key=key, reverse=True)[:n]


def merge(*iterables, key=None, reverse=False):
    # Entries are compared as lists: what is merged, then the place of its source.
    up, down, back = (_heapify_largest, _replace_largest, -1) if reverse else (heapify, heapreplace, 1)
    heads = []
    for order, it in enumerate(iterables):
        it = iter(it)
        for value in it:
            heads.append([value if key is None else key(value), order * back, value, it])
            break
    up(heads)
    while heads:
        first = heads[0]
        yield first[2]
        for value in first[3]:
            first[0] = value if key is None else key(value)
            first[2] = value
            down(heads, first)
            break
        else:
            last = heads.pop()
            if heads:
                down(heads, last)


class _Turned:
    """An entry that is less when its list is greater."""

    def __init__(self, entry):
        self.entry = entry

    def __lt__(self, other):
        return other.entry < self.entry


def _heapify_largest(heads):
    heap = [_Turned(h) for h in heads]
    heapify(heap)
    heads[:] = [t.entry for t in heap]


def _replace_largest(heads, entry):
    heap = [_Turned(h) for h in heads]
    heapreplace(heap, _Turned(entry))
    heads[:] = [t.entry for t in heap]
