"""Locks of one event loop: first come, first served."""

from _collections import deque
from _loop import ended as _ended, first_pending as _first
from _threads import hold as _hold
from asyncio import events, exceptions, mixins

_OPEN = 'filling'
_DRAINING = 'draining'
_RESETTING = 'resetting'
_BROKEN = 'broken'


class _ContextManager:
    # Plain functions that give what is to be awaited: coroutines of their own would double the frames.
    def __aenter__(self):
        return self._acquire(None)

    async def _acquire(self, result):
        await self.acquire()
        return result

    def __aexit__(self, exc_type, exc, tb):
        self.release()
        return _ended


class Lock(_ContextManager, mixins._LoopBound):
    def __init__(self):
        self._waiters = None
        self._locked = False

    def __repr__(self):
        return f'<asyncio.locks.Lock object at {id(self):#x} [{"locked" if self._locked else "unlocked"}{_waiting(self._waiters)}]>'

    def locked(self):
        return self._locked

    def __aenter__(self):
        if not self._locked and not self._waiters:
            self._locked = True
            _hold(self, 'lock', True)
            return _ended
        return self._acquire(None)

    async def acquire(self):
        return await self._acquire(True)

    async def _acquire(self, result):
        if not self._locked and (self._waiters is None or all(w.cancelled() for w in self._waiters)):
            self._locked = True
            _hold(self, 'lock', True)
            return result
        if self._waiters is None:
            self._waiters = deque()
        fut = self._get_loop().create_future('lock')
        self._waiters.append(fut)
        try:
            try:
                await fut
            finally:
                self._waiters.remove(fut)
        except exceptions.CancelledError:
            if not self._locked:
                self._wake_up_first()
            raise
        self._locked = True
        _hold(self, 'lock', True)
        return result

    def release(self):
        if not self._locked:
            raise RuntimeError('Lock is not acquired.')  #@ 142
        self._locked = False
        _hold(self, 'lock', False)
        self._wake_up_first()

    def _wake_up_first(self):
        if not self._waiters:
            return
        fut = self._waiters[0]
        if not fut.done():
            fut.set_result(True)


class Event(mixins._LoopBound):
    _what = 'event'

    def __init__(self):
        self._waiters = deque()
        self._value = False

    def __repr__(self):
        return f'<asyncio.locks.Event object at {id(self):#x} [{"set" if self._value else "unset"}{_waiting(self._waiters)}]>'

    def is_set(self):
        return self._value

    def set(self):
        if not self._value:
            self._value = True
            for fut in self._waiters:
                if not fut.done():
                    fut.set_result(True)

    def clear(self):
        self._value = False

    async def wait(self):
        if self._value:
            return True
        fut = self._get_loop().create_future(self._what)
        self._waiters.append(fut)
        try:
            await fut  #@ 213
            return True
        finally:
            self._waiters.remove(fut)


class Condition(_ContextManager, mixins._LoopBound):
    def __init__(self, lock=None):
        if lock is None:
            lock = Lock()
        self._lock = lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        if type(lock) is Lock:
            self._acquire = lock._acquire
        self.release = lock.release
        self._waiters = deque()

    def __repr__(self):
        return f'<asyncio.locks.Condition object at {id(self):#x} [{"locked" if self.locked() else "unlocked"}{_waiting(self._waiters)}]>'

    async def wait(self):
        if not self.locked():
            raise RuntimeError('cannot wait on un-acquired lock')  #@ 264
        fut = self._get_loop().create_future('condition')
        self.release()
        try:
            try:
                self._waiters.append(fut)
                try:
                    await fut
                    return True
                finally:
                    self._waiters.remove(fut)
            finally:
                error = None
                while True:
                    try:
                        await self.acquire()
                        break
                    except exceptions.CancelledError as e:
                        error = e
                if error is not None:
                    try:
                        raise error
                    finally:
                        error = None
        except BaseException:
            self._notify(1)
            raise

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError('cannot notify on un-acquired lock')  #@ 330
        self._notify(n)

    def _notify(self, n):
        woken = 0
        for fut in self._waiters:
            if woken >= n:
                break
            if not fut.done():
                woken += 1
                fut.set_result(False)

    def notify_all(self):
        self.notify(len(self._waiters))


class Semaphore(_ContextManager, mixins._LoopBound):
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")  #@ 369
        self._waiters = None
        self._value = value

    def __repr__(self):
        state = 'locked' if self.locked() else f'unlocked, value:{self._value}'
        return f'<asyncio.locks.{type(self).__name__} object at {id(self):#x} [{state}{_waiting(self._waiters)}]>'

    def locked(self):
        if self._value == 0:
            return True
        if self._waiters:
            for waiter in self._waiters:
                if not waiter.cancelled():
                    return True
        return False

    def __aenter__(self):
        if self._value > 0 and not self._waiters:
            self._value -= 1
            _hold(self, 'semaphore', True)
            return _ended
        return self._acquire(None)

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            _hold(self, 'semaphore', True)
            return True
        return await self._acquire(True)

    async def _acquire(self, result):
        if not self.locked():
            self._value -= 1
            _hold(self, 'semaphore', True)
            return result
        if self._waiters is None:
            self._waiters = deque()
        fut = self._get_loop().create_future('semaphore')
        self._waiters.append(fut)
        try:
            try:
                await fut
            finally:
                self._waiters.remove(fut)
        except exceptions.CancelledError:
            if fut.done() and not fut.cancelled():
                self._value += 1
            raise
        finally:
            while self._value > 0:
                if not self._wake_up_next():
                    break
        _hold(self, 'semaphore', True)
        return result

    def release(self):
        self._value += 1
        _hold(self, 'semaphore', False)
        self._wake_up_next()

    def _wake_up_next(self):
        if not self._waiters:
            return False
        fut = _first(self._waiters)
        if fut is None:
            return False
        self._value -= 1
        fut.set_result(True)
        return True


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        self._bound_value = value
        super().__init__(value)

    def release(self):
        if self._value >= self._bound_value:
            raise ValueError('BoundedSemaphore released too many times')  #@ 464
        super().release()


class Barrier(mixins._LoopBound):
    def __init__(self, parties):
        if parties < 1:
            raise ValueError('parties must be > 0')
        self._cond = Condition()
        self._parties = parties
        self._state = _OPEN
        self._count = 0

    def __repr__(self):
        waiters = '' if self.broken else f', waiters:{self.n_waiting}/{self.parties}'
        return f'<asyncio.locks.Barrier object at {id(self):#x} [{self._state}{waiters}]>'

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *args):
        pass

    async def wait(self):
        async with self._cond:
            await self._block()
            try:
                index = self._count
                self._count += 1
                if index + 1 == self._parties:
                    self._state = _DRAINING
                    self._cond.notify_all()
                else:
                    await self._cond.wait_for(lambda: self._state != _OPEN)
                    if self._state in (_BROKEN, _RESETTING):
                        raise exceptions.BrokenBarrierError('Abort or reset of barrier')
                return index
            finally:
                self._count -= 1
                self._exit()

    async def _block(self):
        await self._cond.wait_for(lambda: self._state not in (_DRAINING, _RESETTING))
        if self._state == _BROKEN:
            raise exceptions.BrokenBarrierError('Barrier aborted')

    def _exit(self):
        if self._count == 0:
            if self._state in (_RESETTING, _DRAINING):
                self._state = _OPEN
            self._cond.notify_all()

    async def reset(self):
        async with self._cond:
            if self._count > 0:
                if self._state != _RESETTING:
                    self._state = _RESETTING
            else:
                self._state = _OPEN
            self._cond.notify_all()

    async def abort(self):
        async with self._cond:
            self._state = _BROKEN
            self._cond.notify_all()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == _OPEN else 0

    @property
    def broken(self):
        return self._state == _BROKEN


def _first_pending(waiters):
    return next((fut for fut in waiters if not fut.done()), None)


def _waiting(waiters):
    return f', waiters:{len(waiters)}' if waiters else ''
