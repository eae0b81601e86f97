"""SimpleQueue: C in CPython, so this runs at C's pace."""

import _threads
from _collections import deque


class Empty(Exception):
    pass


Empty.__module__ = "_queue"


class SimpleQueue:
    """An unbounded queue; an item is handed directly to the longest waiting getter."""

    def __init__(self):
        self._items = deque()
        self._waiters = deque()
        _threads.queue(self)

    def put(self, item, block=True, timeout=None):
        if self._waiters:
            waiter = self._waiters.popleft()
            waiter[1] = item
            waiter[2] = True
            waiter[0].release()
        else:
            self._items.append(item)

    def put_nowait(self, item):
        self.put(item)

    def get(self, block=True, timeout=None):
        if block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if self._items:
            return self._items.popleft()
        if not block:
            raise Empty
        lock = _threads.taken_lock()
        waiter = [lock, None, False]
        self._waiters.append(waiter)
        _threads.wait(lock, timeout, "queue.get", "")
        if waiter[2]:
            return waiter[1]
        self._waiters.remove(waiter)
        raise Empty

    def get_nowait(self):
        return self.get(False)

    def empty(self):
        return not self._items

    def qsize(self):
        return len(self._items)

    def __class_getitem__(cls, item):
        return cls


SimpleQueue.__module__ = "_queue"
