"""Futures: a result to come, and who wants to hear of it."""

import contextvars
from asyncio.exceptions import CancelledError, InvalidStateError
from asyncio import events

_PENDING = 'PENDING'
_CANCELLED = 'CANCELLED'
_FINISHED = 'FINISHED'


def isfuture(obj):
    return getattr(obj, '_asyncio_future_blocking', None) is not None


class Future:
    _asyncio_future_blocking = False
    # What an awaiting task is shown to wait for; '' names the future itself.
    _wait_what = ''

    def __init__(self, *, loop=None):
        self._loop = events.get_event_loop() if loop is None else loop
        self._state = _PENDING
        self._result = None
        self._exception = None
        self._callbacks = []
        self._cancel_message = None
        self._retrieved = True

    def __repr__(self):
        return f'<{type(self).__name__} {" ".join(self._repr_info())}>'

    def _repr_info(self):
        info = [self._state.lower()]
        if self._state == _FINISHED:
            if self._exception is not None:
                info.append(f'exception={self._exception!r}')
            else:
                info.append(f'result={self._result!r}')
        if self._callbacks:
            shown = [_callback_text(cb) for cb, _ in self._callbacks[:2]]
            if len(self._callbacks) > 3:
                shown.insert(1, f'<{len(self._callbacks) - 2} more>')
                shown[2:] = [_callback_text(self._callbacks[-1][0])]
            info.append(f'cb=[{", ".join(shown)}]')
        return info

    def __class_getitem__(cls, item):
        return cls

    def get_loop(self):
        return self._loop

    def cancelled(self):
        return self._state == _CANCELLED

    def done(self):
        return self._state != _PENDING

    def cancel(self, msg=None):
        if self._state != _PENDING:
            return False
        self._state = _CANCELLED
        self._cancel_message = msg
        self._schedule_callbacks()
        return True

    def _make_cancelled_error(self):
        if self._exception is not None:
            error = self._exception
            self._exception = None
            return error
        if self._cancel_message is None:
            return CancelledError()
        return CancelledError(self._cancel_message)

    def result(self):
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        if self._state != _FINISHED:
            raise InvalidStateError('Result is not set.')
        self._retrieved = True
        if self._exception is not None:
            raise self._exception.with_traceback(self._exception_tb)
        return self._result

    def exception(self):
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        if self._state != _FINISHED:
            raise InvalidStateError('Exception is not set.')
        self._retrieved = True
        return self._exception

    def add_done_callback(self, fn, *, context=None):
        if context is None:
            context = contextvars.copy_context()
        if self._state != _PENDING:
            self._loop.call_soon(fn, self, context=context)
        else:
            self._callbacks.append((fn, context))

    def remove_done_callback(self, fn):
        kept = [(f, c) for f, c in self._callbacks if f != fn]
        removed = len(self._callbacks) - len(kept)
        if removed:
            self._callbacks[:] = kept
        return removed

    def set_result(self, result):
        if self._state != _PENDING:
            raise InvalidStateError('invalid state')
        self._result = result
        self._state = _FINISHED
        self._schedule_callbacks()

    def set_exception(self, exception):
        if self._state != _PENDING:
            raise InvalidStateError('invalid state')
        if isinstance(exception, type):
            exception = exception()
        if isinstance(exception, StopIteration):
            wrapped = RuntimeError('StopIteration interacts badly with generators and cannot be raised into a Future')
            wrapped.__cause__ = exception
            wrapped.__context__ = exception
            exception = wrapped
        self._exception = exception
        self._exception_tb = exception.__traceback__
        self._state = _FINISHED
        self._schedule_callbacks()
        self._retrieved = False
        self._loop._failed.append(self)

    def _schedule_callbacks(self):
        callbacks = self._callbacks
        if callbacks:
            self._callbacks = []
            for callback, context in callbacks:
                self._loop.call_soon(callback, self, context=context)

    def __await__(self):
        if self._state == _PENDING:
            self._asyncio_future_blocking = True
            yield self
        if self._state == _PENDING:
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


def _callback_text(callback):
    owner = getattr(callback, '__self__', None)
    name = getattr(callback, '__qualname__', None) or getattr(callback, '__name__', None)
    if owner is not None and name == 'Task.__wakeup':
        return 'Task.task_wakeup()'
    if name is None:
        return repr(callback)
    return f'{name}()'


def _set_result_unless_cancelled(future, result):
    if future._state == _PENDING:
        future.set_result(result)


def _convert_future_exc(exc):
    import concurrent.futures
    if type(exc) is concurrent.futures.CancelledError:
        return CancelledError(*exc.args)
    return exc


def _copy_future_state(source, dest):
    if dest.cancelled() or dest.done():
        return
    if source.cancelled():
        dest.cancel()
        return
    exception = source.exception()
    if exception is not None:
        dest.set_exception(_convert_future_exc(exception))
    else:
        dest.set_result(source.result())


def _set_concurrent_future_state(concurrent, source):
    if source.cancelled():
        concurrent.cancel()
    if not concurrent.set_running_or_notify_cancel():
        return
    exception = source.exception()
    if exception is not None:
        concurrent.set_exception(_convert_future_exc(exception))
    else:
        concurrent.set_result(source.result())


def _chain_future(source, destination):
    """Makes the two futures one: the result of source goes to destination, cancelling goes the other way."""
    source_loop = source._loop if isfuture(source) else None
    dest_loop = destination._loop if isfuture(destination) else None

    def set_state(future, other):
        if isfuture(future):
            _copy_future_state(other, future)
        else:
            _set_concurrent_future_state(future, other)

    def check_cancel(dest):
        if dest.cancelled():
            if source_loop is None or source_loop is dest_loop:
                source.cancel()
            else:
                source_loop.call_soon_threadsafe(source.cancel)

    def hand_over(src):
        if destination.cancelled() and dest_loop is not None and dest_loop.is_closed():
            return
        if dest_loop is None or dest_loop is source_loop:
            set_state(destination, src)
        elif not dest_loop.is_closed():
            dest_loop.call_soon_threadsafe(set_state, destination, src)

    destination.add_done_callback(check_cancel)
    source.add_done_callback(hand_over)


def wrap_future(future, *, loop=None):
    """The asyncio side of a concurrent.futures.Future."""
    if isfuture(future):
        return future
    if loop is None:
        loop = events.get_event_loop()
    wrapped = loop.create_future()
    wrapped._wait_what = 'executor'
    _chain_future(future, wrapped)
    return wrapped
