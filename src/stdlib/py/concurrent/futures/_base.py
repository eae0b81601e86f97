"""Futures, and waiting for several of them."""

import sys
import threading
import time

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"
_AS_COMPLETED = "_AS_COMPLETED"

PENDING = "PENDING"
RUNNING = "RUNNING"
CANCELLED = "CANCELLED"
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"
FINISHED = "FINISHED"

_SHOWN = {
    PENDING: "pending",
    RUNNING: "running",
    CANCELLED: "cancelled",
    CANCELLED_AND_NOTIFIED: "cancelled",
    FINISHED: "finished",
}


class Error(Exception):
    pass


class CancelledError(Error):
    """The future was cancelled."""


TimeoutError = TimeoutError


class InvalidStateError(Error):
    """The operation is not allowed in this state."""


class BrokenExecutor(RuntimeError):
    """The executor cannot run anything any more."""


def _log(text, exc=None, level=50):
    """What CPython's logger prints when nobody configured logging."""
    logging = sys.modules.get("logging")
    if logging is not None:
        logging.getLogger("concurrent.futures").log(level, text, exc_info=exc)
    elif exc is None:
        print(text, file=sys.stderr)
    else:
        sys._report(text, exc)


class _Waiter:
    """Collects finished futures for `wait` and `as_completed`."""

    def __init__(self):
        self.event = threading.Event()
        self.finished_futures = []

    def add_result(self, future):
        self.finished_futures.append(future)

    def add_exception(self, future):
        self.finished_futures.append(future)

    def add_cancelled(self, future):
        self.finished_futures.append(future)


class _AsCompletedWaiter(_Waiter):
    def __init__(self):
        super().__init__()
        self.lock = threading.Lock()

    def add_result(self, future):
        with self.lock:
            super().add_result(future)
            self.event.set()

    def add_exception(self, future):
        with self.lock:
            super().add_exception(future)
            self.event.set()

    def add_cancelled(self, future):
        with self.lock:
            super().add_cancelled(future)
            self.event.set()


class _FirstCompletedWaiter(_Waiter):
    def add_result(self, future):
        super().add_result(future)
        self.event.set()

    def add_exception(self, future):
        super().add_exception(future)
        self.event.set()

    def add_cancelled(self, future):
        super().add_cancelled(future)
        self.event.set()


class _AllCompletedWaiter(_Waiter):
    def __init__(self, num_pending_calls, stop_on_exception):
        self.num_pending_calls = num_pending_calls
        self.stop_on_exception = stop_on_exception
        self.lock = threading.Lock()
        super().__init__()

    def _one_less(self):
        with self.lock:
            self.num_pending_calls -= 1
            if not self.num_pending_calls:
                self.event.set()

    def add_result(self, future):
        super().add_result(future)
        self._one_less()

    def add_exception(self, future):
        super().add_exception(future)
        if self.stop_on_exception:
            self.event.set()
        else:
            self._one_less()

    def add_cancelled(self, future):
        super().add_cancelled(future)
        self._one_less()


class _AcquireFutures:
    """Holds the conditions of several futures, in one order for everybody."""

    def __init__(self, futures):
        self.futures = sorted(futures, key=id)

    def __enter__(self):
        for future in self.futures:
            future._condition.acquire()

    def __exit__(self, *args):
        for future in self.futures:
            future._condition.release()


def _create_and_install_waiters(fs, return_when):
    if return_when == _AS_COMPLETED:
        waiter = _AsCompletedWaiter()
    elif return_when == FIRST_COMPLETED:
        waiter = _FirstCompletedWaiter()
    else:
        pending = sum([f._state not in (CANCELLED_AND_NOTIFIED, FINISHED) for f in fs])
        if return_when == FIRST_EXCEPTION:
            waiter = _AllCompletedWaiter(pending, stop_on_exception=True)
        elif return_when == ALL_COMPLETED:
            waiter = _AllCompletedWaiter(pending, stop_on_exception=False)
        else:
            raise ValueError("Invalid return condition: %r" % return_when)
    for f in fs:
        f._waiters = [*f._waiters, waiter]
    return waiter


def as_completed(fs, timeout=None):
    """Yields the futures as they finish; those already finished come first."""
    end = None if timeout is None else timeout + time.monotonic()
    fs = list(dict.fromkeys(fs))
    total = len(fs)
    with _AcquireFutures(fs):
        finished = [f for f in fs if f._state in (CANCELLED_AND_NOTIFIED, FINISHED)]
        pending = dict.fromkeys([f for f in fs if f not in finished])
        waiter = _create_and_install_waiters(fs, _AS_COMPLETED)
    # Who is given a future may be the last to know it.
    del fs
    finished.reverse()
    try:
        while finished:
            with finished[-1]._condition:
                finished[-1]._waiters.remove(waiter)
            yield finished.pop()
        while pending:
            if end is None:
                left = None
            else:
                left = end - time.monotonic()
                if left < 0:
                    raise TimeoutError("%d (of %d) futures unfinished" % (len(pending), total))
            waiter.event.wait(left)
            with waiter.lock:
                finished = waiter.finished_futures
                waiter.finished_futures = []
                waiter.event.clear()
            finished.reverse()
            while finished:
                del pending[finished[-1]]
                with finished[-1]._condition:
                    finished[-1]._waiters.remove(waiter)
                yield finished.pop()
    finally:
        for f in pending:
            with f._condition:
                f._waiters.remove(waiter)


class DoneAndNotDoneFutures(tuple):
    """What `wait` gives: two sets."""

    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])

    def __new__(cls, done, not_done):
        return tuple.__new__(cls, (done, not_done))

    def __repr__(self):
        return f"DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})"


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Waits until some or all of the futures are finished: `(done, not_done)`, two sets."""
    fs = list(dict.fromkeys(fs))
    with _AcquireFutures(fs):
        done = {f for f in fs if f._state in (CANCELLED_AND_NOTIFIED, FINISHED)}
        not_done = set(fs) - done
        if return_when == FIRST_COMPLETED and done:
            return DoneAndNotDoneFutures(done, not_done)
        if return_when == FIRST_EXCEPTION and done:
            if any([f for f in done if not f.cancelled() and f.exception() is not None]):
                return DoneAndNotDoneFutures(done, not_done)
        if len(done) == len(fs):
            return DoneAndNotDoneFutures(done, not_done)
        waiter = _create_and_install_waiters(fs, return_when)
    waiter.event.wait(timeout)
    for f in fs:
        with f._condition:
            f._waiters.remove(waiter)
    done.update(waiter.finished_futures)
    return DoneAndNotDoneFutures(done, set(fs) - done)


def _result_or_cancel(fut, timeout=None):
    try:
        return fut.result(timeout)  #@ 317
    finally:
        if fut._state != FINISHED:
            fut.cancel()


class Future:
    """The result of a call that has not been made yet."""

    _result = None
    _exception = None
    _made_condition = None
    # Lists when somebody waits or wants to be called.
    _waiters = ()
    _done_callbacks = ()

    def __init__(self):
        self._lock = threading.RLock()
        self._state = PENDING

    @property
    def _condition(self):
        """Made when somebody waits: most futures are done before anybody asks."""
        condition = self._made_condition
        if condition is None:
            condition = self._made_condition = threading.Condition(self._lock)
        return condition

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            try:
                callback(self)  #@ 340
            except Exception as exc:
                _log("exception calling callback for %r" % (self,), exc, 40)

    def __repr__(self):
        with self._lock:
            at = "<%s at %#x state=%s" % (self.__class__.__name__, id(self), _SHOWN[self._state])
            if self._state != FINISHED:
                return at + ">"
            if self._exception:
                return at + " raised " + self._exception.__class__.__name__ + ">"
            return at + " returned " + self._result.__class__.__name__ + ">"

    def cancel(self):
        with self._lock:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                return True
            self._state = CANCELLED
            if self._made_condition is not None:
                self._made_condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        with self._lock:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        with self._lock:
            return self._state == RUNNING

    def done(self):
        with self._lock:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)

    def __get_result(self):
        if self._exception is not None:
            try:
                raise self._exception  #@ 401
            finally:
                self = None
        return self._result

    def add_done_callback(self, fn):
        with self._lock:
            if self._state not in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                self._done_callbacks = [*self._done_callbacks, fn]
                return
        try:
            fn(self)  #@ 424
        except Exception as exc:
            _log("exception calling callback for %r" % (self,), exc, 40)

    def result(self, timeout=None):
        try:
            with self._lock:
                if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                    raise CancelledError()  #@ 447
                elif self._state == FINISHED:
                    return self.__get_result()  #@ 449
                self._condition.wait(timeout)  #@ 451
                if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                    raise CancelledError()  #@ 454
                elif self._state == FINISHED:
                    return self.__get_result()  #@ 456
                raise TimeoutError()  #@ 458
        finally:
            self = None

    def exception(self, timeout=None):
        with self._lock:
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                raise CancelledError()  #@ 483
            elif self._state == FINISHED:
                return self._exception
            self._condition.wait(timeout)  #@ 487
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                raise CancelledError()  #@ 490
            elif self._state == FINISHED:
                return self._exception
            raise TimeoutError()  #@ 494

    def set_running_or_notify_cancel(self):
        with self._lock:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                for waiter in self._waiters:
                    waiter.add_cancelled(self)
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            _log("Future %s in unexpected state: %s" % (id(self), self._state))
            raise RuntimeError("Future in unexpected state")

    def set_result(self, result):
        with self._lock:
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                raise InvalidStateError('{}: {!r}'.format(self._state, self))  #@ 544
            self._result = result
            self._state = FINISHED
            for waiter in self._waiters:
                waiter.add_result(self)
            if self._made_condition is not None:
                self._made_condition.notify_all()
        if self._done_callbacks:
            self._invoke_callbacks()

    def set_exception(self, exception):
        with self._lock:
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                raise InvalidStateError('{}: {!r}'.format(self._state, self))  #@ 559
            self._exception = exception
            self._state = FINISHED
            for waiter in self._waiters:
                waiter.add_exception(self)
            if self._made_condition is not None:
                self._made_condition.notify_all()
        if self._done_callbacks:
            self._invoke_callbacks()

    def __class_getitem__(cls, item):
        return cls


class Executor:
    """What thread and process pools have in common."""

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        end = None if timeout is None else timeout + time.monotonic()
        fs = [self.submit(fn, *args) for args in zip(*iterables)]

        def result_iterator():
            try:
                fs.reverse()
                while fs:
                    if timeout is None:
                        yield _result_or_cancel(fs.pop())  #@ 619
                    else:
                        yield _result_or_cancel(fs.pop(), end - time.monotonic())
            finally:
                for future in fs:
                    future.cancel()

        return result_iterator()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False
