"""Threads and locks at the lowest level: C in CPython, so this runs at C's pace."""

import _machine
import _process
import _threads
import sys
from _threads import RLock, allocate_lock, get_ident, lock

LockType = lock
error = RuntimeError
TIMEOUT_MAX = 9223372036.0
_count_started = 0


def _counter(next=0):
    """A function that counts."""

    def count():
        nonlocal next
        next += 1
        return next - 1

    return count


def _short(value):
    kind = type(value)
    if kind is int or kind is float or kind is bool or value is None:
        return repr(value)
    if kind is str:
        return repr(value) if len(value) <= 12 else repr(value[:11])[:-1] + "…'"
    return "…"


def _lane(name, target, args):
    """What a lane shows of a thread or process: its name, what it runs and with what."""
    module = getattr(target, "__module__", None) or ""
    if module == "concurrent.futures.thread" and args:
        # A pool's worker shows what it was started for; later calls have arguments of their own.
        target, args = args[0]._fn, None
    if type(target).__name__ == "partial":
        # What the library wraps a function in is not meant.
        wrapped = target.func.__name__ in ("run", "_run", "_process_chunk")
        args = args if args is None or wrapped else target.args + tuple(args)
        target = target.args[0] if wrapped else target.func
    what = getattr(target, "__name__", None)
    if what is None:
        return name
    module = getattr(target, "__module__", None) or ""
    if module.startswith(("concurrent.", "multiprocessing.", "asyncio.")):
        return name + " " + what + "()" if name.startswith("Thread-") and name[-1] != ")" else name
    if args is None:
        return name + " " + what + "(…)"
    suffix = " (" + what + ")"
    if name.endswith(suffix):
        name = name[: -len(suffix)]
    shown = [_short(a) for a in args[:4]]
    if len(args) > 4:
        shown.append("…")
    return name + " " + what + "(" + ", ".join(shown) + ")"


class _ThreadHandle:
    """Whether a thread has ended, and waiting for that."""

    def __init__(self):
        self.ident = None
        self.name = ""
        self._done = False
        self._exiting = _threads.taken_lock()

    def is_done(self):
        return self._done

    def _set_done(self):
        self._check()
        if not self._done:
            self._done = True
            self._exiting.release()

    def _check(self):
        if self.ident is None:
            raise RuntimeError("thread not started")

    def join(self, timeout=None):
        self._check()
        if self.ident == get_ident() and not self._done:
            raise RuntimeError("Cannot join current thread")
        if not self._done and _threads.wait(self._exiting, timeout, "join", self.name):
            self._exiting.release()
        # The system's own join (thread_join_already_finished).
        _machine.work(8e-6)


_ThreadHandle.__module__ = "_thread"


def _outermost(function, handle):
    global _count_started
    _count_started += 1
    try:
        function()
    finally:
        _count_started -= 1
        handle._set_done()


def start_joinable_thread(function, handle=None, daemon=True, lane=""):
    if not callable(function):
        raise TypeError("thread function must be callable")
    if handle is None:
        handle = _ThreadHandle()
    if handle.ident is not None:
        raise RuntimeError("thread already started")
    ident = _threads.spawn(_outermost, (function, handle), daemon)
    handle.ident = ident
    if lane:
        _threads.name_thread(ident, lane)
    return handle


def _detached(function, args, kwargs):
    global _count_started
    _count_started += 1
    try:
        function(*args, **kwargs)
    except SystemExit:
        pass
    except BaseException as exc:
        _threads.uncaught(exc)
        sys._ignored(exc, "Exception ignored in thread started by " + repr(function))
    finally:
        _count_started -= 1


def start_new_thread(function, args, kwargs={}, /):
    if not callable(function):
        raise TypeError("first arg must be callable")
    if type(args) is not tuple:
        raise TypeError("2nd arg must be a tuple")
    if type(kwargs) is not dict:
        raise TypeError("optional 3rd arg must be a dictionary")
    ident = _threads.spawn(_detached, (function, args, kwargs), True)
    _threads.name_thread(ident, _lane("thread", function, args))
    return ident


start_new = start_new_thread


def get_native_id():
    return get_ident()


def exit():
    raise SystemExit


exit_thread = exit


def _count():
    return _count_started


_stack_size = 0


def stack_size(size=0, /):
    global _stack_size
    if size < 0:
        raise ValueError("size must be 0 or a positive value")
    if 0 < size < 32768:
        raise ValueError("size not valid: %d bytes" % size)
    old, _stack_size = _stack_size, size
    return old


def daemon_threads_allowed():
    return True


def interrupt_main(signum=2, /):
    import signal

    if not 0 < signum < 65:
        raise ValueError("signal number out of range")
    if callable(signal.getsignal(signum)):
        _process.kill(0, signum)


def _deprecated(old, new):
    """Warns at the program's line, once."""
    import warnings

    warnings.warn(old + " is deprecated, " + new + " instead", DeprecationWarning)


def _unsupported(text):
    import _machine

    _machine.unsupported(text)


class _local:
    """Attributes that every thread has for itself."""

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "_made_with", (args, kwargs))
        object.__setattr__(self, "_by_thread", {get_ident(): {}})
        return self

    def __getattribute__(self, name):
        own = _own(self)
        if name == "__dict__":
            return own
        if name in own:
            return own[name]
        try:
            return object.__getattribute__(self, name)
        except AttributeError:
            raise AttributeError("'" + _shown(self) + "' object has no attribute '" + name + "'") from None

    def __setattr__(self, name, value):
        if name == "__dict__":
            raise AttributeError("'" + _shown(self) + "' object attribute '__dict__' is read-only")
        _own(self)[name] = value

    def __delattr__(self, name):
        own = _own(self)
        if name not in own:
            raise AttributeError("'" + _shown(self) + "' object has no attribute '" + name + "'")
        del own[name]


_local.__module__ = "_thread"


def _shown(self):
    return "_thread._local" if type(self) is _local else type(self).__name__


def _own(self):
    by_thread = object.__getattribute__(self, "_by_thread")
    me = get_ident()
    own = by_thread.get(me)
    if own is None:
        own = by_thread[me] = {}
        args, kwargs = object.__getattribute__(self, "_made_with")
        init = type(self).__init__
        if init is not object.__init__:
            init(self, *args, **kwargs)
    return own


class _ExceptHookArgs(tuple):
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def _excepthook(args, /):
    """Prints an exception that left a thread; what ends a thread on purpose is not worth a word."""
    if args[0] is SystemExit:
        return
    thread = args[3]
    name = thread.name if thread is not None else str(get_ident())
    sys._report("Exception in thread " + name + ":", args[1])
