"""The event loop: ready callbacks, timers, letters from the machine."""

import collections
import contextvars
import heapq
import math
import sys
import time
import _loop
from asyncio import events, futures, tasks

_MIN_SCHEDULED = 100
_MIN_CANCELLED_SHARE = 0.5
_MAX_SELECT = 24 * 3600
_RESOLUTION = 1e-9


def _stop_after(future):
    if not future.cancelled():
        exc = future.exception()
        if isinstance(exc, (SystemExit, KeyboardInterrupt)):
            return
    future.get_loop().stop()


class BaseEventLoop(events.AbstractEventLoop):
    def __init__(self):
        self._ready = collections.deque()
        # A heap of (when, order of creation, handle): equal times run in the order in which they were asked for.
        self._scheduled = []
        self._order = 0
        self._cancelled_timers = 0
        self._mailbox = _loop.mailbox()
        # What to do with the letters of the network: token -> callback.
        self._letters = {}
        self._closed = False
        self._stopping = False
        self._thread_id = None
        self._debug = False
        self._task_factory = None
        self._exception_handler = None
        self._default_executor = None
        self._executor_shutdown_called = False
        self._asyncgens = []
        # Futures that ended with an exception nobody has asked for yet.
        self._failed = []
        self.slow_callback_duration = 0.1

    def __repr__(self):
        return f'<_UnixSelectorEventLoop running={self.is_running()} closed={self.is_closed()} debug={self._debug}>'

    # -- futures and tasks

    def create_future(self):
        return futures.Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        self._check_closed()
        if self._task_factory is not None:
            if context is None:
                task = self._task_factory(self, coro)
            else:
                task = self._task_factory(self, coro, context=context)
            if name is not None:
                task.set_name(name)
            return task
        return tasks.Task(coro, loop=self, name=name, context=context)

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError('task factory must be a callable or None')
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    # -- running

    def _check_closed(self):
        if self._closed:
            raise RuntimeError('Event loop is closed')

    def _check_running(self):
        if self.is_running():
            raise RuntimeError('This event loop is already running')
        if events._get_running_loop() is not None:
            raise RuntimeError('Cannot run the event loop while another loop is running')

    def run_forever(self):
        self._check_closed()
        self._check_running()
        try:
            self._thread_id = _loop.ident()
            events._set_running_loop(self)
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            self._thread_id = None
            events._set_running_loop(None)

    def run_until_complete(self, future):
        self._check_closed()
        self._check_running()
        new_task = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        future.add_done_callback(_stop_after)
        try:
            self.run_forever()
        except BaseException:
            if new_task and future.done() and not future.cancelled():
                future.exception()
            raise
        finally:
            future.remove_done_callback(_stop_after)
        if not future.done():
            raise RuntimeError('Event loop stopped before Future completed.')
        return future.result()

    def stop(self):
        self._stopping = True

    def is_running(self):
        return self._thread_id is not None

    def is_closed(self):
        return self._closed

    def close(self):
        if self.is_running():
            raise RuntimeError('Cannot close a running event loop')
        if self._closed:
            return
        self._closed = True
        self._ready.clear()
        self._scheduled.clear()
        self._report_failed()
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is not None:
            self._default_executor = None
            executor.shutdown(wait=False)

    def _report_failed(self):
        failed, self._failed = self._failed, []
        for future in failed:
            if not future._retrieved:
                kind = 'Task' if isinstance(future, tasks.Task) else 'Future'
                self.call_exception_handler({
                    'message': f'{kind} exception was never retrieved',
                    'exception': future._exception,
                    'future': future,
                })

    def _run_once(self):
        scheduled = self._scheduled
        ready = self._ready
        if len(scheduled) > _MIN_SCHEDULED and self._cancelled_timers / len(scheduled) > _MIN_CANCELLED_SHARE:
            scheduled = [entry for entry in scheduled if not entry[2]._cancelled]
            heapq.heapify(scheduled)
            self._scheduled = scheduled
            self._cancelled_timers = 0
        else:
            while scheduled and scheduled[0][2]._cancelled:
                self._cancelled_timers -= 1
                heapq.heappop(scheduled)[2]._scheduled = False
        if ready or self._stopping:
            wait = 0
        elif scheduled:
            wait = min(max(0, scheduled[0][0] - self.time()), _MAX_SELECT)
            wait = math.ceil(wait * 1e9)
        else:
            wait = None
        for token, value in _loop.select(self._mailbox, wait):
            callback = self._letters.pop(token, None)
            if callback is not None:
                ready.append(events.Handle(callback, (value,), self, contextvars.copy_context()))
        if scheduled:
            end = self.time() + _RESOLUTION
            while scheduled and scheduled[0][0] < end:
                handle = heapq.heappop(scheduled)[2]
                handle._scheduled = False
                ready.append(handle)
        for _ in range(len(ready)):
            handle = ready.popleft()
            if not handle._cancelled:
                handle._run()

    # -- callbacks and time

    def time(self):
        return time.monotonic()

    def call_soon(self, callback, *args, context=None):
        if self._closed:
            raise RuntimeError('Event loop is closed')
        if context is None:
            context = contextvars.copy_context()
        handle = events.Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    def call_soon_threadsafe(self, callback, *args, context=None):
        handle = self.call_soon(callback, *args, context=context)
        if self._thread_id != _loop.ident():
            _loop.post(self._mailbox, 0)
        return handle

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError('delay must not be None')
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError('when cannot be None')
        self._check_closed()
        if context is None:
            context = contextvars.copy_context()
        timer = events.TimerHandle(when, callback, args, self, context)
        self._order += 1
        heapq.heappush(self._scheduled, (when, self._order, timer))
        timer._scheduled = True
        return timer

    def _timer_cancelled(self):
        self._cancelled_timers += 1

    # -- threads

    def run_in_executor(self, executor, func, *args):
        self._check_closed()
        if executor is None:
            executor = self._default_executor
            if self._executor_shutdown_called:
                raise RuntimeError('Executor shutdown has been called')
            if executor is None:
                import concurrent.futures
                executor = concurrent.futures.ThreadPoolExecutor(thread_name_prefix='asyncio')
                self._default_executor = executor
        return futures.wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        self._default_executor = executor

    async def shutdown_asyncgens(self):
        generators, self._asyncgens = self._asyncgens, []
        for generator in generators:
            await generator.aclose()

    async def shutdown_default_executor(self, timeout=None):
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is None:
            return
        import threading
        future = self.create_future()
        thread = threading.Thread(target=self._do_shutdown, args=(executor, future))
        thread.start()
        try:
            await future
        finally:
            thread.join()

    def _do_shutdown(self, executor, future):
        executor.shutdown(wait=True)
        if not self.is_closed():
            self.call_soon_threadsafe(futures._set_result_unless_cancelled, future, None)

    # -- the network of the machine

    def _request(self, method, url, body, timeout):
        """A future of (status, reason, body, seconds), or of a string naming the failure."""
        future = self.create_future()
        future._wait_what = _loop.request_label(method, url)
        token = _loop.request(self._mailbox, method, url, body, timeout)
        self._letters[token] = lambda answer: futures._set_result_unless_cancelled(future, answer)

        def forget(done):
            if done.cancelled() and self._letters.pop(token, None) is not None:
                _loop.cancel(token)

        future.add_done_callback(forget)
        return future

    # -- errors and debugging

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled

    def get_exception_handler(self):
        return self._exception_handler

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError(f'A callable object or None is expected, got {handler!r}')
        self._exception_handler = handler

    def default_exception_handler(self, context):
        import traceback
        lines = [context.get('message') or 'Unhandled exception in event loop']
        for key in sorted(context):
            if key not in ('message', 'exception'):
                lines.append(f'{key}: {context[key]!r}')
        exc = context.get('exception')
        if exc is not None:
            lines.append(''.join(traceback.format_exception(exc)).rstrip('\n'))
        sys.stderr.write('\n'.join(lines) + '\n')

    def call_exception_handler(self, context):
        if self._exception_handler is None:
            self.default_exception_handler(context)
        else:
            self._exception_handler(self, context)

    def add_signal_handler(self, sig, callback, *args):
        pass

    def remove_signal_handler(self, sig):
        return False


class SelectorEventLoop(BaseEventLoop):
    pass


def _refused(what):
    def method(self, *args, **kwargs):
        raise NotImplementedError(f'asyncio: {what} is not supported by Interleave; use aiohttp, httpx or asyncio.sleep instead')
    return method


for _name in ('create_connection', 'create_server', 'sock_recv', 'sock_sendall', 'sock_connect', 'sock_accept',
              'getaddrinfo', 'subprocess_exec', 'subprocess_shell', 'add_reader', 'add_writer'):
    setattr(BaseEventLoop, _name, _refused(f'loop.{_name}'))
