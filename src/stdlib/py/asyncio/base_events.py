"""The event loop: ready callbacks, timers, letters from the machine."""

import contextvars
import sys
import threading
import _loop
from asyncio import coroutines, events, futures, tasks


# Loops that ran and were not closed, or with tasks that wait for ever.
_left = set()


def _report_left():
    for loop in _left:
        for task in _loop.tasks(loop):
            try:
                task.get_coro().close()
            except BaseException:
                pass
            context = {'task': task, 'message': 'Task was destroyed but it is pending!'}
            if task._source_traceback:
                context['source_traceback'] = task._source_traceback
            loop.call_exception_handler(context)


threading._register_atexit(_report_left)


def _run_until_complete_cb(future):
    if not future.cancelled():
        exc = future.exception()
        if isinstance(exc, (SystemExit, KeyboardInterrupt)):
            return
    future.get_loop().stop()


async def _timed(loop, delay, result=None):
    """A sleep in a loop with timers or a clock of its own."""
    future = loop.create_future(delay)
    handle = loop.call_later(delay, futures._set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        handle.cancel()


class BaseEventLoop(_loop.EventLoop, events.AbstractEventLoop):
    def __init_subclass__(cls):
        if 'time' in cls.__dict__:
            cls._turn = lambda self: self._begin(self._select(self.time()), self.time())
            cls.call_later = lambda self, delay, *args, **kwargs: self.call_at(self.time() + delay, *args, **kwargs)
            cls._sleep = _timed
        elif 'call_later' in cls.__dict__ or 'call_at' in cls.__dict__:
            cls._sleep = _timed

    def __init__(self):
        self._attach(_loop.mailbox())
        self._signals = {}
        self._exception_handler = None
        self._default_executor = None
        self._executor_shutdown_called = False
        self.slow_callback_duration = 0.1

    def __repr__(self):
        return f'<_UnixSelectorEventLoop running={self.is_running()} closed={self.is_closed()} debug={self._debug}>'

    # -- futures and tasks

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError('task factory must be a callable or None')
        self._set_factory(factory)

    # -- running

    def _check_closed(self):
        if self._closed:
            raise RuntimeError('Event loop is closed')  #@ 552

    def _check_running(self):
        if self.is_running():
            raise RuntimeError('This event loop is already running')  #@ 633
        if events._get_running_loop() is not None:
            raise RuntimeError('Cannot run the event loop while another loop is running')

    def run_forever(self):
        self._check_closed()
        self._check_running()
        context = self._enter()
        _left.add(self)
        try:
            while True:
                self._run_once()  #@ 679
                if self._ends():
                    break
        finally:
            self._leave(context)

    def run_until_complete(self, future):
        self._check_closed()
        self._check_running()
        new_task = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()  #@ 708
        except BaseException:
            if new_task and future.done() and not future.cancelled():
                future.exception()
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if not future.done():
            raise RuntimeError('Event loop stopped before Future completed.')  #@ 719
        return future.result()  #@ 721

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")  #@ 740
        if self._closed:
            return
        self._shut()
        if not _loop.tasks(self):
            _left.discard(self)
        self._report_failed(True)
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is not None:
            self._default_executor = None
            executor.shutdown(wait=False)

    def _report_failed(self, of):
        for future in self._take_failed() if of is True else [of] if of else self._take_lost():
            if future._log_traceback:
                future._log_traceback = False
                context = {
                    'message': f'{type(future).__name__} exception was never retrieved',
                    'exception': future._exception,
                    'future': future,
                }
                if future._source_traceback:
                    context['source_traceback'] = future._source_traceback
                self.call_exception_handler(context)

    def _turn(self):
        self._begin(self._select())

    def _run_once(self):
        if self._suspects():
            self._report_failed(False)
        self._turn()
        done = None
        while True:
            try:
                while (done := self._step(done)) is not self:
                    pass
                return
            except (SystemExit, KeyboardInterrupt) as exc:
                handle = events._Failed(exc, None, ())
                if self._debug:
                    handle._run()  #@ 2019
                handle._run()  #@ 2027
            except BaseException as exc:
                failed = _loop.handle_failed(self)
                if failed is None:
                    raise
                self._callback_failed(exc, *failed)

    def _callback_failed(self, exc, callback, args, handle):
        try:
            events._Failed(exc, callback, args)._run()
        except BaseException:
            pass
        text = repr(handle)
        skip = 2 if isinstance(handle, events.TimerHandle) else 1
        message = text[:-1].split(" ", skip)[skip].split(" created at ")[0]
        context = {'message': f'Exception in callback {message}', 'exception': exc, 'handle': handle}
        if getattr(handle, '_source', None):
            context['source_traceback'] = handle._source[0]
        self.call_exception_handler(context)

    # -- callbacks and time

    def call_soon_threadsafe(self, callback, *args, context=None):
        debug, self._debug = self._debug, False
        try:
            handle = self.call_soon(callback, *args, context=context)
        finally:
            self._debug = debug
        if self._thread_id != _loop.ident():
            _loop.post(self._mailbox, 0)
        return handle

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
        import concurrent.futures
        if not isinstance(executor, concurrent.futures.ThreadPoolExecutor):
            raise TypeError('executor must be ThreadPoolExecutor instance')
        self._default_executor = executor

    async def shutdown_asyncgens(self):
        generators = self._take_generators()
        if not generators:
            return
        results = await tasks.gather(*[g.aclose() for g in generators], return_exceptions=True)
        for result, generator in zip(results, generators):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    'message': f'an error occurred during closing of asynchronous generator {generator!r}',
                    'exception': result,
                    'asyncgen': generator,
                })

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

    async def _ask(self, method, url, body, timeout):
        """(status, reason, body, seconds), or a string naming the failure."""
        future = self._request(method, url, body, timeout)
        try:
            return await future
        except BaseException:
            self._give_up(future)
            raise

    # -- errors and debugging

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        if enabled:
            import asyncio.reports
        self._debug = bool(enabled)

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
            if key == 'source_traceback':
                from asyncio.reports import told
                lines.append(f'{key}: ' + told(context[key], 'Object'))
            elif key not in ('message', 'exception'):
                lines.append(f'{key}: {context[key]!r}')
        exc = context.get('exception')
        if 'logging' in sys.modules:
            log = globals().get('logger') or sys.modules['logging'].getLogger('asyncio')
            log.error('\n'.join(lines), exc_info=exc and (type(exc), exc, exc.__traceback__) or False)
            return
        if exc is not None:
            lines.append(''.join(traceback.format_exception(exc)).rstrip('\n'))
        sys.stderr.write('\n'.join(lines) + '\n')

    def call_exception_handler(self, context):
        if self._exception_handler is None:
            self.default_exception_handler(context)
            return
        thing = context.get('task') or context.get('future') or context.get('handle')
        try:
            ctx = thing.get_context() if hasattr(thing, 'get_context') else None
            if ctx is not None and ctx is not _loop.context():
                ctx.run(self._exception_handler, self, context)  #@ 1908
            else:
                self._exception_handler(self, context)  #@ 1910
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self.default_exception_handler({
                'message': 'Unhandled error in exception handler', 'exception': exc, 'context': context})

    def add_signal_handler(self, sig, callback, *args):
        import signal
        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError('coroutines cannot be used with add_signal_handler()')
        if not isinstance(sig, int):
            raise TypeError(f'sig must be an int, not {sig!r}')
        if sig not in signal.valid_signals():
            raise ValueError(f'invalid signal number {sig}')
        self._check_closed()
        if threading.current_thread() is not threading.main_thread():
            raise RuntimeError('set_wakeup_fd only works in main thread of the main interpreter')
        if sig in (signal.SIGKILL, signal.SIGSTOP):
            raise RuntimeError(f'sig {sig} cannot be caught')
        self._signals[sig] = signal.signal(sig, lambda *_: self.call_soon_threadsafe(callback, *args))

    def remove_signal_handler(self, sig):
        import signal
        if sig not in self._signals:
            return False
        signal.signal(sig, self._signals.pop(sig))
        return True


class _UnixSelectorEventLoop(BaseEventLoop):
    def __init__(self, selector=None):
        super().__init__()


SelectorEventLoop = _UnixSelectorEventLoop


def _far(name):
    def method(self, *args, **kwargs):
        from asyncio import selector_events
        return getattr(selector_events, name)(self, *args, **kwargs)
    return method


for _name in ('create_connection create_server create_datagram_endpoint create_unix_connection create_unix_server start_tls '
              'connect_accepted_socket sock_recv sock_recv_into sock_recvfrom sock_recvfrom_into sock_sendto sock_sendall '
              'sock_connect sock_accept sock_sendfile getaddrinfo getnameinfo add_reader remove_reader add_writer '
              'remove_writer subprocess_exec subprocess_shell connect_read_pipe connect_write_pipe').split():
    setattr(BaseEventLoop, _name, _far(_name))


def __getattr__(name):
    if name != 'logger':
        raise AttributeError(f"module 'asyncio.base_events' has no attribute {name!r}")
    from asyncio.log import logger
    return logger
