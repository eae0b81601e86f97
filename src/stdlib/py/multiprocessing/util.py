"""What must happen at exit and after a fork."""

import atexit
import sys
from _thread import _counter

from multiprocessing import process

_finalizer_registry = {}
_finalizer_counter = _counter()
_afterfork_registry = []
_exiting = False
_logger = None


def get_logger():
    global _logger
    if _logger is None:
        import logging

        _logger = logging.getLogger("multiprocessing")
        _logger.propagate = 0
    return _logger


def log_to_stderr(level=None):
    import logging

    logger = get_logger()
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("[%(levelname)s/%(processName)s] %(message)s"))
    logger.addHandler(handler)
    if level:
        logger.setLevel(level)
    return logger


def sub_debug(msg, *args):
    if _logger:
        _logger.log(5, msg, *args)


def debug(msg, *args):
    if _logger:
        _logger.log(10, msg, *args)


def info(msg, *args):
    if _logger:
        _logger.log(20, msg, *args)


def register_after_fork(obj, func):
    """`func(obj)` runs in every forked child."""
    _afterfork_registry.append((obj, func))


def _run_after_forkers():
    for obj, func in list(_afterfork_registry):
        func(obj)


class Finalize:
    """Something to do once: when it is called, or at exit in the order of priorities."""

    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        self._callback = callback
        self._args = args
        self._kwargs = kwargs or {}
        self._key = (exitpriority, _finalizer_counter())
        self._pid = process.os.getpid()
        _finalizer_registry[self._key] = self

    def __call__(self):
        if _finalizer_registry.pop(self._key, None) is None or self._pid != process.os.getpid():
            return None
        return self._callback(*self._args, **self._kwargs)

    def cancel(self):
        _finalizer_registry.pop(self._key, None)

    def still_active(self):
        return self._key in _finalizer_registry


def _run_finalizers(minpriority=None):
    keys = [k for k in _finalizer_registry if k[0] is not None and (minpriority is None or k[0] >= minpriority)]
    keys.sort(reverse=True)
    for key in keys:
        finalizer = _finalizer_registry.get(key)
        if finalizer is not None:
            finalizer()
    if minpriority is None:
        _finalizer_registry.clear()


def is_exiting():
    return _exiting


def _exit_function():
    """Ends daemons, waits for the other children."""
    global _exiting
    if _exiting:
        return
    _exiting = True
    info("process shutting down")
    debug('running all "atexit" finalizers with priority >= 0')
    _run_finalizers(0)
    for p in process.active_children():
        if p.daemon:
            info("calling terminate() for daemon %s", p.name)
            p._popen.terminate()
    for p in process.active_children():
        info("calling join() for process %s", p.name)
        p.join()
    debug('running the remaining "atexit" finalizers')
    _run_finalizers()


def _fresh():
    global _exiting
    _exiting = False


process.os.register_at_fork(after_in_child=_fresh)
atexit.register(_exit_function)


def _flush_std_streams():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, ValueError):
            pass


def _cleanup_tests():
    """Ends what CPython's tests would leave behind: nothing outlives a run here."""
    _run_finalizers()
