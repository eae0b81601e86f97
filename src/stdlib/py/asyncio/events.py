"""Handles, and which event loop is the current one."""

import threading
import _loop


class Handle:
    """A callback to come; cancelling one makes the loop pass over it."""

    def __init__(self, callback, args, loop, context):
        self._callback = callback
        self._args = args
        self._loop = loop
        self._context = context
        self._cancelled = False

    def __repr__(self):
        if self._cancelled:
            return f'<{type(self).__name__} cancelled>'
        name = getattr(self._callback, '__qualname__', repr(self._callback))
        return f'<{type(self).__name__} {name}({", ".join(map(repr, self._args))})>'

    def get_context(self):
        return self._context

    def cancel(self):
        if not self._cancelled:
            self._cancelled = True
            self._callback = None
            self._args = None

    def cancelled(self):
        return self._cancelled

    def _run(self):
        try:
            self._context.run(self._callback, *self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            name = getattr(self._callback, '__qualname__', repr(self._callback))
            self._loop.call_exception_handler({
                'message': f'Exception in callback {name}({", ".join(map(repr, self._args))})',
                'exception': exc,
                'handle': self,
            })


class TimerHandle(Handle):
    def __init__(self, when, callback, args, loop, context):
        super().__init__(callback, args, loop, context)
        self._when = when
        self._scheduled = False

    def cancel(self):
        if not self._cancelled and self._scheduled:
            self._loop._timer_cancelled()
        super().cancel()

    def when(self):
        return self._when


class AbstractEventLoop:
    """What a loop offers; BaseEventLoop implements it."""


class AbstractServer:
    pass


# Thread ident -> the loop set for it, and the loop running in it.
_set_loops = {}
_running_loops = {}


def _get_running_loop():
    return _running_loops.get(_loop.ident())


def _set_running_loop(loop):
    if loop is None:
        _running_loops.pop(_loop.ident(), None)
    else:
        _running_loops[_loop.ident()] = loop


def get_running_loop():
    loop = _running_loops.get(_loop.ident())
    if loop is None:
        raise RuntimeError('no running event loop')
    return loop


def _local_loop(stacklevel=3):
    ident = _loop.ident()
    loop = _set_loops.get(ident)
    if loop is not None:
        return loop
    thread = threading.current_thread()
    if ident in _set_loops or thread is not threading.main_thread():
        raise RuntimeError(f'There is no current event loop in thread {thread.name!r}.')
    import warnings
    warnings.warn('There is no current event loop', DeprecationWarning, stacklevel=stacklevel)
    loop = new_event_loop()
    _set_loops[ident] = loop
    return loop


def get_event_loop():
    loop = _running_loops.get(_loop.ident())
    if loop is not None:
        return loop
    return _local_loop(4)


def set_event_loop(loop):
    if loop is not None and not isinstance(loop, AbstractEventLoop):
        raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
    _set_loops[_loop.ident()] = loop


def new_event_loop():
    from asyncio.base_events import SelectorEventLoop
    return SelectorEventLoop()


class AbstractEventLoopPolicy:
    pass


class DefaultEventLoopPolicy(AbstractEventLoopPolicy):
    def get_event_loop(self):
        return _local_loop()

    def set_event_loop(self, loop):
        set_event_loop(loop)

    def new_event_loop(self):
        return new_event_loop()


_policy = DefaultEventLoopPolicy()


def get_event_loop_policy():
    return _policy


def set_event_loop_policy(policy):
    global _policy
    _policy = DefaultEventLoopPolicy() if policy is None else policy
