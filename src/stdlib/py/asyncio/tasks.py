"""Tasks: coroutines that the loop steps, and the ways to wait for several."""

import _loop
from _loop import Task, create_task, current_task, gather
from asyncio import coroutines, events, exceptions, futures, timeouts
from asyncio.exceptions import CancelledError

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'


def all_tasks(loop=None):
    return set(_loop.tasks(loop))


def _not_coroutine(coro):
    raise TypeError(f'a coroutine was expected, got {coro!r}')


def _get_stack(self, *, limit=None):
    from asyncio import base_tasks
    return base_tasks._task_get_stack(self, limit)


def _print_stack(self, *, limit=None, file=None):
    from asyncio import base_tasks
    base_tasks._task_print_stack(self, limit, file)


_loop.adopt(Task, 'get_stack', _get_stack)
_loop.adopt(Task, 'print_stack', _print_stack)


def _cancel_waiter(task, waiter, msg):
    """Cancels what a task waits for, when that is an object of the program's own."""
    if not waiter.cancel(msg=msg):
        _loop.mark_cancel(task, msg)
    return True


def _step(task, exc):
    """A step of a task whose coroutine is an object of the program's own."""
    coro = task._coro
    _loop.enter_task(task)
    try:
        result = coro.send(None) if exc is None else coro.throw(exc)
    except StopIteration as stop:
        _loop.end_task(task, 1, stop.value)
    except CancelledError as error:
        _loop.end_task(task, 0, error)
    except (KeyboardInterrupt, SystemExit) as error:
        _loop.end_task(task, 2, error)
        raise
    except BaseException as error:
        _loop.end_task(task, 2, error)
    else:
        _loop.leave_task(task)
        _yielded(task, result)


def _yielded(task, result):
    """Decides what a value yielded by the coroutine means."""
    blocking = getattr(result, '_asyncio_future_blocking', None)
    if blocking is None:
        if result is None:
            _loop.retry(task)
        else:
            _loop.retry(task, RuntimeError(f'Task got bad yield: {result!r}'))
    elif result.get_loop() is not task._loop:
        _loop.retry(task, RuntimeError(f'Task {task!r} got Future {result!r} attached to a different loop'))
    elif not blocking:
        _loop.retry(task, RuntimeError(f'yield was used instead of yield from in task {task!r} with {result!r}'))
    elif result is task:
        _loop.retry(task, RuntimeError(f'Task cannot await on itself: {task!r}'))
    elif isinstance(result, futures.Future):
        _loop.wait_for_future(task, result)
    else:
        result._asyncio_future_blocking = False
        inner = task._loop.create_future()
        inner._asyncio_future_blocking = True

        def hand_over(done):
            if not inner.done():
                futures._copy_future_state(done, inner)

        result.add_done_callback(hand_over)
        _loop.wait_for_future(task, inner)
        _loop.mark_cancel(task, None, result)


def _make_task(loop, factory, coro, name, context):
    if factory is None:
        return Task(coro, loop=loop, name=name, context=context)
    task = factory(loop, coro) if context is None else factory(loop, coro, context=context)
    if name is not None:
        task.set_name(name)
    return task


def eager_task_factory(loop, coro, *, name=None, context=None):
    return Task(coro, loop=loop, name=name, context=context, eager_start=True)


def create_eager_task_factory(custom_task_constructor):
    def factory(loop, coro, *, name=None, context=None):
        return custom_task_constructor(coro, loop=loop, name=name, context=context, eager_start=True)
    return factory


async def _wrap_awaitable(awaitable):
    return await awaitable


def ensure_future(coro_or_future, *, loop=None):
    if futures.isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError('The future belongs to a different loop than the one specified as the loop argument')
        return coro_or_future
    if not coroutines.iscoroutine(coro_or_future):
        if hasattr(type(coro_or_future), '__await__') or _loop.is_hidden(coro_or_future):
            coro_or_future = _wrap_awaitable(coro_or_future)
        else:
            raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
    if loop is None:
        loop = events.get_event_loop()
    return loop.create_task(coro_or_future)  #@ 748


__sleep0 = _loop.turn


async def sleep(delay, result=None):
    if delay <= 0:
        await __sleep0()  #@ 706
        return result
    if delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")  #@ 710
    future = events.get_running_loop()._sleep(delay, result)
    return await future  #@ 718


async def wait_for(fut, timeout):
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)  #@ 500
        try:
            return fut.result()
        except CancelledError as exc:
            raise TimeoutError from exc  #@ 504
    async with timeouts.timeout(timeout):  #@ 506
        return await fut  #@ 507


async def _cancel_and_wait(fut):
    loop = events.get_running_loop()
    waiter = loop.create_future()

    def release(_):
        if not waiter.done():
            waiter.set_result(None)

    fut.add_done_callback(release)
    try:
        fut.cancel()
        await waiter  #@ 565
    finally:
        fut.remove_done_callback(release)


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")  #@ 439
    fs = list(dict.fromkeys(fs))
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')  #@ 441
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return_when value: {return_when}')
    if any(coroutines.iscoroutine(f) for f in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")  #@ 448
    loop = events.get_running_loop()
    return await _wait(fs, timeout, return_when, loop)  #@ 451


async def _wait(fs, timeout, return_when, loop):
    waiter = loop.create_future()
    waiter._wait_what = f'wait for {len(fs)}'
    handle = None
    if timeout is not None:
        handle = loop.call_later(timeout, futures._set_result_unless_cancelled, waiter, None)
    counter = len(fs)

    def finished(f):
        nonlocal counter
        counter -= 1
        if counter <= 0 or return_when == FIRST_COMPLETED or (
                return_when == FIRST_EXCEPTION and not f.cancelled() and f.exception() is not None):
            if handle is not None:
                handle.cancel()
            if not waiter.done():
                waiter.set_result(None)

    for f in fs:
        f.add_done_callback(finished)
    try:
        await waiter  #@ 537
    finally:
        if handle is not None:
            handle.cancel()
        for f in fs:
            f.remove_done_callback(finished)
    done, pending = set(), set()
    for f in fs:
        (done if f.done() else pending).add(f)
    return done, pending


_GatheringFuture = _loop.GatheringFuture


def _gather(items, return_exceptions):
    """A gather whose arguments are not all coroutines, or futures of one loop."""
    if not items:
        outer = events.get_event_loop().create_future()
        outer.set_result([])
        return outer
    loop, made = None, {}
    for item in items:
        if item not in made:
            made[item] = ensure_future(item, loop=loop)
            if loop is None:
                loop = made[item].get_loop()
    return gather(*[made[item] for item in items], return_exceptions=return_exceptions)


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
        return await self._wait_for_one()  #@ 603

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
        f = await self._done.get()  #@ 630
        if f is None:
            raise exceptions.TimeoutError  #@ 633
        return f.result() if resolve else f


def as_completed(fs, *, timeout=None):
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f'expects an iterable of awaitables, not {type(fs).__name__}')
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
