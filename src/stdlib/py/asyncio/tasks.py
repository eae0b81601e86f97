"""Tasks: coroutines that the loop steps, and the ways to wait for several."""

import contextvars
import types
import _loop
from asyncio import coroutines, events, exceptions, futures, timeouts
from asyncio.exceptions import CancelledError

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

_count = 0
# Loop -> the task being stepped. Tasks not done, in order of creation.
_current = {}
_all = {}


def current_task(loop=None):
    if loop is None:
        loop = events.get_running_loop()
    return _current.get(loop)


def all_tasks(loop=None):
    if loop is None:
        loop = events.get_running_loop()
    return {task for task in _all if task._loop is loop and not task.done()}


class Task(futures.Future):
    _log_destroy_pending = True

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        super().__init__(loop=loop)
        if not coroutines.iscoroutine(coro) and not isinstance(coro, types.GeneratorType) and not hasattr(coro, 'send'):
            raise TypeError(f'a coroutine was expected, got {coro!r}')
        global _count
        _count += 1
        self._id = _loop.task_id()
        self._name = f'Task-{_count}' if name is None else str(name)
        self._num_cancels_requested = 0
        self._must_cancel = False
        self._fut_waiter = None
        self._coro = coro
        self._context = contextvars.copy_context() if context is None else context
        _all[self] = None
        _loop.task_new(self._id, self._name, _loop.what(coro))
        if eager_start and self._loop.is_running():
            self.__eager_start()
        else:
            self._loop.call_soon(self.__step, context=self._context)

    def _repr_info(self):
        info = super()._repr_info()
        if self._must_cancel:
            info[0] = 'cancelling'
        info.insert(1, f'name={self._name!r}')
        info.insert(2, f'coro={_loop.coro_text(self._coro)}')
        if self._fut_waiter is not None:
            info.insert(3, f'wait_for={self._fut_waiter!r}')
        return info

    def get_coro(self):
        return self._coro

    def get_context(self):
        return self._context

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)
        _loop.task_name(self._id, self._name)

    def set_result(self, result):
        raise RuntimeError('Task does not support set_result operation')

    def set_exception(self, exception):
        raise RuntimeError('Task does not support set_exception operation')

    def get_stack(self, *, limit=None):
        return []

    def print_stack(self, *, limit=None, file=None):
        print(f'Stack for {self!r}', file=file)

    def cancel(self, msg=None):
        if self.done():
            return False
        self._num_cancels_requested += 1
        if self._fut_waiter is not None and self._fut_waiter.cancel(msg=msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        return self._num_cancels_requested

    def uncancel(self):
        if self._num_cancels_requested > 0:
            self._num_cancels_requested -= 1
            if self._num_cancels_requested == 0:
                self._must_cancel = False
        return self._num_cancels_requested

    def __eager_start(self):
        previous = _current.get(self._loop)
        try:
            self._context.run(self.__step)
        finally:
            _current[self._loop] = previous
            if previous is not None:
                _loop.task_run(previous._id)

    def __step(self, exc=None):
        if self._state != 'PENDING':
            raise exceptions.InvalidStateError(f'__step(): already done: {self!r}, {exc!r}')
        if self._must_cancel:
            if not isinstance(exc, CancelledError):
                exc = self._make_cancelled_error()
            self._must_cancel = False
        self._fut_waiter = None
        loop = self._loop
        _current[loop] = self
        _loop.task_run(self._id)
        try:
            if exc is None:
                result = self._coro.send(None)
            else:
                result = self._coro.throw(exc)
        except StopIteration as stop:
            if self._must_cancel:
                self._must_cancel = False
                super().cancel(msg=self._cancel_message)
            else:
                super().set_result(stop.value)
            self.__end()
        except CancelledError as cancelled:
            self._exception = cancelled
            super().cancel()
            self.__end()
        except (KeyboardInterrupt, SystemExit) as fatal:
            super().set_exception(fatal)
            self.__end()
            raise
        except BaseException as error:
            super().set_exception(error)
            self.__end()
        else:
            self.__wait(result)
        finally:
            _current[loop] = None
            exc = None

    def __end(self):
        _all.pop(self, None)
        _loop.task_done(self._id, self._state == 'CANCELLED')

    def __wait(self, result):
        """Decides what a value yielded by the coroutine means."""
        blocking = getattr(result, '_asyncio_future_blocking', None)
        if blocking is None:
            if result is None:
                self.__retry(None)
            else:
                self.__retry(RuntimeError(f'Task got bad yield: {result!r}'))
        elif result._loop is not self._loop:
            self.__retry(RuntimeError(f'Task {self!r} got Future {result!r} attached to a different loop'))
        elif not blocking:
            self.__retry(RuntimeError(f'yield was used instead of yield from in task {self!r} with {result!r}'))
        elif result is self:
            self.__retry(RuntimeError(f'Task cannot await on itself: {self!r}'))
        else:
            result._asyncio_future_blocking = False
            result.add_done_callback(self.__wakeup, context=self._context)
            self._fut_waiter = result
            if self._must_cancel and result.cancel(msg=self._cancel_message):
                self._must_cancel = False
            what = result._wait_what
            if not what:
                what = f'await {result._name}' if isinstance(result, Task) else 'await'
            _loop.task_wait(self._id, self._coro, what)

    def __retry(self, error):
        if error is None:
            self._loop.call_soon(self.__step, context=self._context)
        else:
            self._loop.call_soon(self.__step, error, context=self._context)
        _loop.task_wait(self._id, self._coro, 'yield')
        _loop.task_ready(self._id, 0)

    def __wakeup(self, future):
        _loop.task_ready(self._id, getattr(future, '_id', 0))
        try:
            future.result()
        except BaseException as exc:
            self.__step(exc)
        else:
            self.__step()


def create_task(coro, *, name=None, context=None):
    loop = events.get_running_loop()
    if context is None:
        return loop.create_task(coro, name=name)
    return loop.create_task(coro, name=name, context=context)


def eager_task_factory(loop, coro, *, name=None, context=None):
    return Task(coro, loop=loop, name=name, context=context, eager_start=True)


def create_eager_task_factory(custom_task_constructor):
    def factory(loop, coro, *, name=None, context=None):
        return custom_task_constructor(coro, loop=loop, name=name, context=context, eager_start=True)
    return factory


async def _wrap_awaitable(awaitable):
    return await awaitable


def ensure_future(obj, *, loop=None):
    if futures.isfuture(obj):
        if loop is not None and loop is not obj.get_loop():
            raise ValueError('The future belongs to a different loop than the one specified as the loop argument')
        return obj
    if not coroutines.iscoroutine(obj):
        if hasattr(type(obj), '__await__'):
            obj = _wrap_awaitable(obj)
        else:
            raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
    if loop is None:
        loop = events.get_event_loop()
    return loop.create_task(obj)


class _Turn:
    """Awaited, it lets the loop turn once."""

    def __await__(self):
        yield


_turn = _Turn()


async def sleep(delay, result=None):
    if delay <= 0:
        await _turn
        return result
    if delay != delay:
        raise ValueError('Invalid delay: NaN (not a number)')
    loop = events.get_running_loop()
    future = loop.create_future()
    future._wait_what = f'sleep {delay:g} s'
    handle = loop.call_later(delay, futures._set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        handle.cancel()


async def wait_for(fut, timeout):
    if fut is not None and not futures.isfuture(fut) and not coroutines.iscoroutine(fut) and not hasattr(type(fut), '__await__'):
        raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except CancelledError as exc:
            raise TimeoutError from exc
    async with timeouts.timeout(timeout):
        return await fut


async def _cancel_and_wait(fut):
    loop = events.get_running_loop()
    waiter = loop.create_future()

    def release(_):
        if not waiter.done():
            waiter.set_result(None)

    fut.add_done_callback(release)
    try:
        fut.cancel()
        await waiter
    finally:
        fut.remove_done_callback(release)


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f'expect a list of futures, not {type(fs).__name__}')
    fs = list(dict.fromkeys(fs))
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return_when value: {return_when}')
    if any(coroutines.iscoroutine(f) for f in fs):
        raise TypeError('Passing coroutines is forbidden, use tasks explicitly.')
    return await _wait(fs, timeout, return_when, events.get_running_loop())


async def _wait(fs, timeout, return_when, loop):
    waiter = loop.create_future()
    waiter._wait_what = f'wait for {len(fs)}'
    handle = None
    if timeout is not None:
        handle = loop.call_later(timeout, futures._set_result_unless_cancelled, waiter, None)
    counter = len([f for f in fs if not f.done()])
    if counter == 0 or (return_when == FIRST_COMPLETED and counter < len(fs)):
        done, pending = {f for f in fs if f.done()}, {f for f in fs if not f.done()}
        if handle is not None:
            handle.cancel()
        return done, pending
    counter = len(fs)

    def finished(f):
        nonlocal counter
        counter -= 1
        failed = not f.cancelled() and f.exception() is not None
        if counter <= 0 or return_when == FIRST_COMPLETED or (return_when == FIRST_EXCEPTION and failed):
            if handle is not None:
                handle.cancel()
            if not waiter.done():
                waiter.set_result(None)

    for f in fs:
        f.add_done_callback(finished)
    try:
        await waiter
    finally:
        if handle is not None:
            handle.cancel()
        for f in fs:
            f.remove_done_callback(finished)
    done, pending = set(), set()
    for f in fs:
        (done if f.done() else pending).add(f)
    return done, pending


class _GatheringFuture(futures.Future):
    """The future of a gather: cancelling it cancels the children."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False
        self._wait_what = f'gather of {len(children)}'

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = False
        for child in self._children:
            if child.cancel(msg=msg):
                cancelled = True
        if cancelled:
            self._cancel_requested = True
        return cancelled


def gather(*coros_or_futures, return_exceptions=False):
    if not coros_or_futures:
        loop = events.get_event_loop()
        outer = loop.create_future()
        outer.set_result([])
        return outer
    seen = {}
    finished_count = 0
    loop = None
    outer = None

    def child_done(fut):
        nonlocal finished_count
        finished_count += 1
        if outer is None or outer.done():
            if not fut.cancelled():
                fut.exception()
            return
        if not return_exceptions:
            if fut.cancelled():
                outer.set_exception(fut._make_cancelled_error())
                return
            exc = fut.exception()
            if exc is not None:
                outer.set_exception(exc)
                return
        if finished_count == len(children):
            results = []
            for child in arguments:
                if child.cancelled():
                    results.append(CancelledError('' if child._cancel_message is None else child._cancel_message))
                else:
                    error = child.exception()
                    results.append(child.result() if error is None else error)
            if outer._cancel_requested:
                outer.set_exception(fut._make_cancelled_error())
            else:
                outer.set_result(results)

    arguments = []
    children = []
    already = []
    for item in coros_or_futures:
        if item in seen:
            fut = seen[item]
        else:
            fut = ensure_future(item, loop=loop)
            if loop is None:
                loop = fut.get_loop()
            seen[item] = fut
            children.append(fut)
            if fut.done():
                already.append(fut)
            else:
                fut.add_done_callback(child_done)
        arguments.append(fut)
    outer = _GatheringFuture(children, loop=loop)
    for fut in already:
        child_done(fut)
    return outer


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    loop = inner.get_loop()
    outer = loop.create_future()
    outer._wait_what = f'shield {inner._name}' if isinstance(inner, Task) else 'shield'

    def inner_done(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()
            return
        if inner.cancelled():
            outer.cancel()
        else:
            error = inner.exception()
            if error is not None:
                outer.set_exception(error)
            else:
                outer.set_result(inner.result())

    def outer_done(outer):
        if not inner.done():
            inner.remove_done_callback(inner_done)

    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer


class _AsCompleted:
    """Both an iterator of awaitables and an asynchronous iterator of the original futures."""

    def __init__(self, aws, timeout):
        from asyncio.queues import Queue
        self._done = Queue()
        self._handle = None
        loop = events.get_event_loop()
        todo = list(dict.fromkeys(ensure_future(aw, loop=loop) for aw in dict.fromkeys(aws)))
        self._todo = set(todo)
        self._left = len(todo)
        if todo and timeout is not None:
            self._handle = loop.call_later(timeout, self._timed_out)
        for f in todo:
            f.add_done_callback(self._completed)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):
        if not self._left:
            raise StopAsyncIteration
        self._left -= 1
        return await self._wait_for_one()

    def __next__(self):
        if not self._left:
            raise StopIteration
        self._left -= 1
        return self._wait_for_one(resolve=True)

    def _timed_out(self):
        for f in self._todo:
            f.remove_done_callback(self._completed)
            self._done.put_nowait(None)
        self._todo.clear()

    def _completed(self, f):
        if f not in self._todo:
            return
        self._todo.discard(f)
        self._done.put_nowait(f)
        if not self._todo and self._handle is not None:
            self._handle.cancel()

    async def _wait_for_one(self, resolve=False):
        f = await self._done.get()
        if f is None:
            raise exceptions.TimeoutError
        return f.result() if resolve else f


def as_completed(fs, *, timeout=None):
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f'expect an iterable of futures, not {type(fs).__name__}')
    return _AsCompleted(fs, timeout)


def run_coroutine_threadsafe(coro, loop):
    if not coroutines.iscoroutine(coro):
        raise TypeError('A coroutine object is required')
    import concurrent.futures
    future = concurrent.futures.Future()

    def start():
        try:
            futures._chain_future(ensure_future(coro, loop=loop), future)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            if future.set_running_or_notify_cancel():
                future.set_exception(exc)
            raise

    loop.call_soon_threadsafe(start)
    return future
