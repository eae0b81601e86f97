"""Which event loop is the current one."""

import threading
import _loop
from asyncio import exceptions
from _loop import (Handle, TimerHandle, get_running_loop, running_loop as _get_running_loop,
                   set_running_loop as _set_running_loop)


class AbstractEventLoop:
    """What a loop offers; BaseEventLoop implements it."""


class AbstractServer:
    pass


class _Failed:
    """Raises an exception of a callback once more, through the frame that called back."""

    def __init__(self, exc, callback, args):
        self._context, self._exc, self._callback, self._args = self, exc, callback, args

    def _run(self):
        self._context.run(self._callback, *self._args)  #@ 89

    def run(self, *call):
        raise self._exc


# Thread ident -> the loop set for it.
_set_loops = {}


def _local_loop():
    ident = _loop.ident()
    loop = _set_loops.get(ident)
    if loop is not None:
        return loop
    thread = threading.current_thread()
    if ident in _set_loops or thread is not threading.main_thread():
        raise RuntimeError(f'There is no current event loop in thread {thread.name!r}.')
    import warnings
    warnings.warn('There is no current event loop', DeprecationWarning)
    loop = new_event_loop()
    _set_loops[ident] = loop
    return loop


def get_event_loop():
    loop = _get_running_loop()
    if loop is not None:
        return loop
    return _event_loop_policy.get_event_loop()


def set_event_loop(loop):
    _event_loop_policy.set_event_loop(loop)


def _set_loop(loop):
    if loop is not None and not isinstance(loop, AbstractEventLoop):
        raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
    _set_loops[_loop.ident()] = loop


def new_event_loop():
    return _event_loop_policy.new_event_loop()


class AbstractEventLoopPolicy:
    def get_child_watcher(self):
        raise NotImplementedError


class DefaultEventLoopPolicy(AbstractEventLoopPolicy):
    def get_event_loop(self):
        return _local_loop()

    def set_event_loop(self, loop):
        _set_loop(loop)

    def new_event_loop(self):
        from asyncio.base_events import SelectorEventLoop
        return SelectorEventLoop()


_event_loop_policy = DefaultEventLoopPolicy()


def get_event_loop_policy():
    return _event_loop_policy


def set_event_loop_policy(policy):
    global _event_loop_policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        name = type(policy).__name__
        raise TypeError(f"policy must be an instance of AbstractEventLoopPolicy or None, not '{name}'")
    _event_loop_policy = DefaultEventLoopPolicy() if policy is None else policy
