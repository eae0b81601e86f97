"""Futures: a result to come, and who wants to hear of it."""

import _loop
from _loop import Future, isfuture, settle_unless_done as _set_result_unless_cancelled
from asyncio import events


def _init(future):
    future.__init__(loop=events.get_event_loop())


def _await(self):
    if not self.done():
        self._asyncio_future_blocking = True
        yield self
    if not self.done():
        raise RuntimeError("await wasn't used with future")
    return self.result()


_loop.adopt(Future, '__await__', _await)
# Where they were made is kept in debug mode.
_loop.adopt(Future, '_source_traceback', None)
_loop.adopt(Future, '__iter__', _await)
_loop.adopt(Future, '__class_getitem__', classmethod(type(list[int])))


def _set_exception(future, exception):
    if isinstance(exception, type):
        exception = exception()
    if isinstance(exception, StopIteration):
        wrapped = RuntimeError('StopIteration interacts badly with generators and cannot be raised into a Future')
        wrapped.__cause__ = exception
        wrapped.__context__ = exception
        exception = wrapped
    if not isinstance(exception, BaseException):
        raise TypeError('invalid exception object')
    future.set_exception(exception)


def _convert_future_exc(exc):
    import concurrent.futures
    if type(exc) is concurrent.futures.CancelledError:
        return events.exceptions.CancelledError(*exc.args)
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
    import concurrent.futures
    assert isinstance(future, concurrent.futures.Future), f'concurrent.futures.Future is expected, got {future!r}'
    if loop is None:
        loop = events.get_event_loop()
    wrapped = loop.create_future()
    wrapped._wait_what = 'executor'
    _chain_future(future, wrapped)
    return wrapped
