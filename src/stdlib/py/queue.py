"""Queues between threads."""

import threading
from _threads import queue as _made
from _collections import deque
from _queue import Empty, SimpleQueue
from time import monotonic as time

__all__ = ["Empty", "Full", "ShutDown", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]


class Full(Exception):
    pass


class ShutDown(Exception):
    pass


class Queue:
    """First in, first out. One lock, three conditions on it."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = threading.Lock()
        self.not_empty = threading.Condition(self.mutex)
        self.not_full = threading.Condition(self.mutex)
        self.all_tasks_done = threading.Condition(self.mutex)
        self.unfinished_tasks = 0
        self.is_shutdown = False
        _made(self)

    def task_done(self):
        with self.mutex:
            remaining = self.unfinished_tasks - 1
            if remaining <= 0:
                if remaining < 0:
                    raise ValueError('task_done() called too many times')  #@ 93
                self.all_tasks_done.notify_all()
            self.unfinished_tasks = remaining

    def join(self):
        with self.mutex:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()  #@ 108

    def qsize(self):
        with self.mutex:
            return self._qsize()

    def empty(self):
        with self.mutex:
            return not self._qsize()

    def full(self):
        with self.mutex:
            return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        with self.mutex:
            if self.is_shutdown:
                raise ShutDown  #@ 155
            if self.maxsize > 0:
                if not block:
                    if self._qsize() >= self.maxsize:
                        raise Full  #@ 159
                elif timeout is None:
                    while self._qsize() >= self.maxsize:
                        self.not_full.wait()  #@ 162
                        if self.is_shutdown:
                            raise ShutDown  #@ 164
                elif timeout < 0:
                    raise ValueError("'timeout' must be a non-negative number")  #@ 166
                else:
                    end = time() + timeout
                    while self._qsize() >= self.maxsize:
                        remaining = end - time()
                        if remaining <= 0.0:
                            raise Full  #@ 172
                        self.not_full.wait(remaining)  #@ 173
                        if self.is_shutdown:
                            raise ShutDown  #@ 175
            self._put(item)
            self.unfinished_tasks += 1
            if self.not_empty._waiters:
                self.not_empty._wake(1)

    def get(self, block=True, timeout=None):
        with self.mutex:
            if self.is_shutdown and not self._qsize():
                raise ShutDown  #@ 196
            if not block:
                if not self._qsize():
                    raise Empty  #@ 199
            elif timeout is None:
                while not self._qsize():
                    self.not_empty.wait()  #@ 202
                    if self.is_shutdown and not self._qsize():
                        raise ShutDown  #@ 204
            elif timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")  #@ 206
            else:
                end = time() + timeout
                while not self._qsize():
                    remaining = end - time()
                    if remaining <= 0.0:
                        raise Empty  #@ 212
                    self.not_empty.wait(remaining)  #@ 213
                    if self.is_shutdown and not self._qsize():
                        raise ShutDown  #@ 215
            item = self._get()
            if self.not_full._waiters:
                self.not_full._wake(1)
            return item

    def put_nowait(self, item):
        return self.put(item, block=False)  #@ 226

    def get_nowait(self):
        return self.get(block=False)  #@ 234

    def shutdown(self, immediate=False):
        with self.mutex:
            self.is_shutdown = True
            if immediate:
                while self._qsize():
                    self._get()
                    if self.unfinished_tasks > 0:
                        self.unfinished_tasks -= 1
                self.all_tasks_done.notify_all()
            self.not_empty.notify_all()
            self.not_full.notify_all()

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def __class_getitem__(cls, item):
        return cls


class PriorityQueue(Queue):
    """Smallest item first."""

    def _init(self, maxsize):
        from heapq import heappop, heappush

        self.queue = []
        self._push, self._pop = heappush, heappop

    def _put(self, item):
        self._push(self.queue, item)

    def _get(self):
        return self._pop(self.queue)


class LifoQueue(Queue):
    """Last in, first out."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop()
