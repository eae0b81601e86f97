"""Locks and their kin on semaphores that processes share."""

import _process
import os
import threading
import time
from _threads import hold as _hold

from multiprocessing import context, process

_MAX = 2147483647


class SemLock:
    """A counting semaphore, or a lock that remembers its owner."""

    _recursive = False
    _what = "semaphore"

    def __init__(self, value, maxvalue, *, ctx=None):
        self._id = _process.semaphore(value, maxvalue)
        self._maxvalue = maxvalue
        self._owner = None
        self._count = 0

    def __reduce__(self):
        return context.spawned(self, "_id", "_what", "_maxvalue")

    def _restored(self):
        self._owner = None
        self._count = 0

    def _mine(self):
        return self._count > 0 and self._owner == (os.getpid(), threading.get_ident())

    def acquire(self, block=True, timeout=None):
        if self._recursive and self._mine():
            self._count += 1
            return True
        if not block:
            timeout = 0
        elif timeout is not None and timeout < 0:
            timeout = 0
        got = _process.acquire(self._id, timeout, self._what)
        if got:
            self._count += 1
            self._owner = (os.getpid(), threading.get_ident())
            _hold(self, self._what, True, self._id)
        return got

    def release(self):
        if self._recursive:
            assert self._mine(), "attempt to release recursive lock not owned by thread"
            if self._count > 1:
                self._count -= 1
                return
        self._count -= 1
        try:
            _process.release(self._id)
        except ValueError:
            self._count += 1
            raise
        _hold(self, self._what, False, self._id)

    def get_value(self):
        return _process.value(self._id)

    def _is_zero(self):
        return _process.value(self._id) == 0

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        return self.release()

    def _shown_owner(self):
        if self._mine():
            name = process.current_process().name
            if threading.current_thread().name != "MainThread":
                name += "|" + threading.current_thread().name
            return name
        if not self._is_zero():
            return "None"
        return "SomeOtherThread" if self._count > 0 else "SomeOtherProcess"


class Semaphore(SemLock):
    def __init__(self, value=1, *, ctx):
        SemLock.__init__(self, value, _MAX)

    def __repr__(self):
        return f"<{self.__class__.__name__}(value={self.get_value()})>"


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1, *, ctx):
        SemLock.__init__(self, value, value)

    def __repr__(self):
        return f"<{self.__class__.__name__}(value={self.get_value()}, maxvalue={self._maxvalue})>"


class Lock(SemLock):
    _what = "lock"

    def __init__(self, *, ctx):
        SemLock.__init__(self, 1, 1)

    def __repr__(self):
        return f"<{self.__class__.__name__}(owner={self._shown_owner()})>"


class RLock(SemLock):
    _what = "lock"
    _recursive = True

    def __init__(self, *, ctx):
        SemLock.__init__(self, 1, 1)

    def __repr__(self):
        name = self._shown_owner()
        count = self._count if self._mine() else 0 if name == "None" else "nonzero"
        return f"<{self.__class__.__name__}({name}, {count})>"


class Condition:
    def __init__(self, lock=None, *, ctx):
        self._lock = lock or ctx.RLock()
        self._sleeping_count = ctx.Semaphore(0)
        self._woken_count = ctx.Semaphore(0)
        self._wait_semaphore = ctx.Semaphore(0)
        self._wait_semaphore._what = "condition"
        self._restored()

    def __reduce__(self):
        return context.spawned(self, "_lock", "_sleeping_count", "_woken_count", "_wait_semaphore")

    def _restored(self):
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        sleeping = self._sleeping_count.get_value() - self._woken_count.get_value()
        return f"<{self.__class__.__name__}({self._lock}, {sleeping})>"

    def wait(self, timeout=None):
        assert self._lock._mine(), "must acquire() condition before using wait()"
        self._sleeping_count.release()
        count = self._lock._count
        for _ in range(count):
            self._lock.release()
        try:
            return self._wait_semaphore.acquire(True, timeout)
        finally:
            self._woken_count.release()
            for _ in range(count):
                self._lock.acquire()

    def notify(self, n=1):
        assert self._lock._mine(), "lock is not owned"
        # Those that gave up since the last time no longer sleep.
        while self._woken_count.acquire(False):
            self._sleeping_count.acquire(False)
        woken = 0
        while woken < n and self._sleeping_count.acquire(False):
            self._wait_semaphore.release()
            woken += 1
        if woken:
            for _ in range(woken):
                self._woken_count.acquire()
            while self._wait_semaphore.acquire(False):
                pass

    def notify_all(self):
        self.notify(_MAX)

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if result:
            return result
        end = None if timeout is None else time.monotonic() + timeout
        while not result:
            left = None
            if end is not None:
                left = end - time.monotonic()
                if left <= 0:
                    break
            self.wait(left)
            result = predicate()
        return result


class Event:
    def __init__(self, *, ctx):
        self._cond = ctx.Condition(ctx.Lock())
        self._cond._wait_semaphore._what = "event"
        self._flag = ctx.Semaphore(0)

    def __reduce__(self):
        return context.spawned(self, "_cond", "_flag")

    def _restored(self):
        pass

    def is_set(self):
        with self._cond:
            if self._flag.acquire(False):
                self._flag.release()
                return True
            return False

    def set(self):
        with self._cond:
            self._flag.acquire(False)
            self._flag.release()
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag.acquire(False)

    def wait(self, timeout=None):
        with self._cond:
            if self._flag.acquire(False):
                self._flag.release()
            else:
                self._cond.wait(timeout)
            if self._flag.acquire(False):
                self._flag.release()
                return True
            return False

    def __repr__(self):
        status = "set" if self.is_set() else "unset"
        return f"<{type(self).__qualname__} at {id(self):#x} {status}>"


class Barrier(threading.Barrier):
    def __init__(self, parties, action=None, timeout=None, *, ctx):
        from multiprocessing.sharedctypes import RawArray

        self._shared = RawArray("i", 2)
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._cond = ctx.Condition()
        self._cond._wait_semaphore._what = "barrier"
        self._action = action
        self._timeout = timeout
        self._parties = parties

    def __reduce__(self):
        return context.spawned(self, "_shared", "_cond", "_action", "_timeout", "_parties")

    def _restored(self):
        pass

    @property
    def _state(self):
        return self._shared[0]

    @_state.setter
    def _state(self, value):
        self._shared[0] = value

    @property
    def _count(self):
        return self._shared[1]

    @_count.setter
    def _count(self, value):
        self._shared[1] = value
