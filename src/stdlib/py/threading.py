"""Threads, and everything that makes them wait for each other."""

import _thread
import sys
from _collections import deque
from _machine import work as _work
from _threads import hold as _hold
from _threads import taken_lock as _taken_lock
from _threads import uncaught as _uncaught
from time import monotonic as _now

__all__ = [
    "get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX", "Event",
    "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer",
    "ThreadError", "setprofile", "settrace", "local", "stack_size", "excepthook", "ExceptHookArgs", "getprofile",
    "gettrace", "get_native_id",
]

Lock = _thread.lock
RLock = _thread.RLock
local = _thread._local
get_ident = _thread.get_ident
get_native_id = _thread.get_native_id
stack_size = _thread.stack_size
_start_joinable_thread = _thread.start_joinable_thread
ThreadError = RuntimeError
TIMEOUT_MAX = _thread.TIMEOUT_MAX
excepthook = __excepthook__ = _thread._excepthook
ExceptHookArgs = _thread._ExceptHookArgs


def settrace(func):
    if func is not None:
        _thread._unsupported("threading.settrace() is not supported")


def setprofile(func):
    if func is not None:
        _thread._unsupported("threading.setprofile() is not supported")


settrace_all_threads = settrace
setprofile_all_threads = setprofile


def gettrace():
    return None


def getprofile():
    return None


class Condition:
    """Threads wait on locks of their own, oldest first; the outer lock guards what they wait for."""

    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self._nested = type(lock) is RLock
        self._waiters = deque()

    def _at_fork_reinit(self):
        self._lock._at_fork_reinit()
        self._waiters.clear()

    def acquire(self, *args, **kwargs):
        return self._lock.acquire(*args, **kwargs)

    def release(self):
        self._lock.release()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def _release_save(self):
        lock = self._lock
        if self._nested:
            depth = lock._recursion_count()
            lock._free()
            return depth
        if type(lock) is not Lock and hasattr(lock, "_release_save"):
            return lock._release_save()
        lock.release()
        return None

    def _acquire_restore(self, state):
        lock = self._lock
        if self._nested:
            lock.acquire()
            if state > 1:
                lock._set_count(state)
        elif type(lock) is not Lock and hasattr(lock, "_acquire_restore"):
            lock._acquire_restore(state)
        else:
            lock.acquire()

    def _is_owned(self):
        lock = self._lock
        if type(lock) is Lock:
            return lock.locked()
        if self._nested or hasattr(lock, "_is_owned"):
            return lock._is_owned()
        if lock.acquire(False):
            lock.release()
            return False
        return True

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = _taken_lock()
        self._waiters.append(waiter)
        state = self._release_save()
        gotit = False
        try:
            if timeout is None:
                waiter.acquire()  #@ 359
                gotit = True
            elif timeout > 0:
                gotit = waiter.acquire(True, timeout)  #@ 363
            else:
                gotit = waiter.acquire(False)
            return gotit
        finally:
            self._acquire_restore(state)
            if not gotit:
                try:
                    self._waiters.remove(waiter)
                except ValueError:
                    pass

    def wait_for(self, predicate, timeout=None):
        end = None
        waittime = timeout
        result = predicate()
        while not result:
            if waittime is not None:
                if end is None:
                    end = _now() + waittime
                else:
                    waittime = end - _now()
                    if waittime <= 0:
                        break
            self.wait(waittime)  #@ 394
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        if self._waiters:
            self._wake(n)

    def _wake(self, n):
        waiters = self._waiters
        while waiters and n > 0:
            waiter = waiters[0]
            try:
                waiter.release()
            except RuntimeError:
                # Its wait timed out and gave the lock up, but has not left the queue yet.
                pass
            else:
                n -= 1
            try:
                waiters.remove(waiter)
            except ValueError:
                pass

    def notify_all(self):
        self.notify(len(self._waiters))

    def notifyAll(self):
        _thread._deprecated("notifyAll()", "use notify_all()")
        self.notify_all()


class Semaphore:
    """A counter that cannot go below zero."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        kind = self.__class__
        return f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: value={self._value}>"

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        end = None
        with self._cond._lock:
            while self._value == 0:
                if not blocking:
                    return False
                if timeout is not None:
                    if timeout <= 0:
                        return False
                    if end is None:
                        end = _now() + timeout
                    else:
                        timeout = end - _now()
                        if timeout <= 0:
                            return False
                self._cond.wait(timeout)  #@ 511
            self._value -= 1
        _hold(self, "semaphore", True)
        return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        cond = self._cond
        with cond._lock:
            self._value += n
            if cond._waiters:
                cond._wake(n)
        _hold(self, "semaphore", False)

    def __exit__(self, t, v, tb):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that cannot be released more often than it was acquired."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        kind = self.__class__
        value = f"{self._value}/{self._initial_value}"
        return f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: value={value}>"

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError("Semaphore released too many times")  #@ 576
            self._value += n
            self._cond.notify(n)
        _hold(self, "semaphore", False)


class Event:
    """A flag to wait for."""

    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        kind = self.__class__
        status = "set" if self._flag else "unset"
        return f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: {status}>"

    def _at_fork_reinit(self):
        self._cond._at_fork_reinit()

    def is_set(self):
        return self._flag

    def isSet(self):
        _thread._deprecated("isSet()", "use is_set()")
        return self._flag

    def set(self):
        cond = self._cond
        with cond._lock:
            self._flag = True
            if cond._waiters:
                cond.notify_all()

    def clear(self):
        with self._cond._lock:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond._lock:
            signaled = self._flag
            if not signaled:
                signaled = self._cond.wait(timeout)  #@ 659
            return signaled


class BrokenBarrierError(RuntimeError):
    pass


_FILLING, _DRAINING, _RESETTING, _BROKEN = 0, 1, -1, -2


class Barrier:
    """A number of threads wait until all of them have arrived."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._state = _FILLING
        self._count = 0

    def __repr__(self):
        kind = self.__class__
        at = f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: "
        if self.broken:
            return at + "broken>"
        return at + f"waiters={self.n_waiting}/{self.parties}>"

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            self._enter()
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._release()
                else:
                    self._wait(timeout)  #@ 729
                return index
            finally:
                self._count -= 1
                self._exit()

    def _enter(self):
        while self._state == _RESETTING or self._state == _DRAINING:
            self._cond.wait()
        if self._state < 0:
            raise BrokenBarrierError

    def _release(self):
        try:
            if self._action:
                self._action()
            self._state = _DRAINING
            self._cond.notify_all()
        except:
            self._break()
            raise

    def _wait(self, timeout):
        if not self._cond.wait_for(lambda : self._state != 0, timeout):  #@ 764
            self._break()
            raise BrokenBarrierError
        if self._state < 0:
            raise BrokenBarrierError

    def _exit(self):
        if self._count == 0 and (self._state == _RESETTING or self._state == _DRAINING):
            self._state = _FILLING
            self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                if self._state == _FILLING or self._state == _BROKEN:
                    self._state = _RESETTING
            else:
                self._state = _FILLING
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    def _break(self):
        self._state = _BROKEN
        self._cond.notify_all()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == _FILLING else 0

    @property
    def broken(self):
        return self._state == _BROKEN


_counter = _thread._counter(1)
_dummy_counter = _thread._counter(1)
_active_limbo_lock = RLock()
_active = {}
_limbo = {}


class Thread:
    """A thread of control: runs `target` in `start()`."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if kwargs is None:
            kwargs = {}
        if name:
            name = str(name)
        else:
            name = f"Thread-{_counter()}"
            if target is not None:
                try:
                    name += f" ({target.__name__})"
                except AttributeError:
                    pass
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = kwargs
        self._daemonic = daemon if daemon is not None else current_thread().daemon
        self._ident = None
        self._started = Event()
        self._handle = _thread._ThreadHandle()
        self._invoke_excepthook = invoke_excepthook
        self._initialized = True

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        status = "initial"
        if self._started.is_set():
            status = "started"
        if self._handle.is_done():
            status = "stopped"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += f" {self._ident}"
        return f"<{self.__class__.__name__}({self._name}, {status})>"

    def start(self):
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("threads can only be started once")  #@ 967
        with _active_limbo_lock:
            _limbo[self] = self
        self._handle.name = self._name
        target, args = type(self), ()
        if type(self).run is Thread.run:
            target, args = self._target, self._args
        elif type(self).run is Timer.run:
            target, args = self.function, self.args
        lane = _thread._lane(self._name, target, args)
        try:
            _start_joinable_thread(self._bootstrap, self._handle, self._daemonic, lane)
        except Exception:
            with _active_limbo_lock:
                del _limbo[self]
            raise
        self._started.wait()
        # Waking up in the middle of its bootstrapping, which is C there (thread_start_only).
        _work(25e-6)

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)  #@ 992
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._bootstrap_inner()

    def _bootstrap_inner(self):
        try:
            self._ident = get_ident()
            self._started.set()
            with _active_limbo_lock:
                _active[self._ident] = self
                del _limbo[self]
            try:
                self.run()  #@ 1041
            except BaseException as exc:
                self._invoke_excepthook(self, exc)
        finally:
            self._delete()

    def _delete(self):
        with _active_limbo_lock:
            _active.pop(get_ident(), None)

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._started.is_set():
            raise RuntimeError("cannot join thread before it is started")  #@ 1083
        if self is current_thread():
            raise RuntimeError("cannot join current thread")  #@ 1085
        if timeout is not None:
            timeout = max(timeout, 0)
        self._handle.join(timeout)  #@ 1092

    @property
    def name(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, "Thread.__init__() not called"
        self._name = str(name)
        if self._ident is not None and not self._handle.is_done():
            _thread._threads.name_thread(self._ident, self._name)

    @property
    def ident(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._ident

    @property
    def native_id(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._ident

    def is_alive(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._started.is_set() and not self._handle.is_done()

    @property
    def daemon(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        _thread._deprecated("isDaemon()", "get the daemon attribute")
        return self.daemon

    def setDaemon(self, daemonic):
        _thread._deprecated("setDaemon()", "set the daemon attribute")
        self.daemon = daemonic

    def getName(self):
        _thread._deprecated("getName()", "get the name attribute")
        return self.name

    def setName(self, name):
        _thread._deprecated("setName()", "set the name attribute")
        self.name = name


def invoke_excepthook(thread, exc):
    if not isinstance(exc, SystemExit):
        _uncaught(exc)
    args = ExceptHookArgs((type(exc), exc, exc.__traceback__, thread))
    hook = excepthook
    try:
        hook(args)  #@ 1290
    except Exception as failed:
        failed.__suppress_context__ = True
        print("Exception in threading.excepthook:", file=sys.stderr)
        sys.excepthook(type(failed), failed, failed.__traceback__)


class Timer(Thread):
    """Calls a function after a while, unless it is cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)  #@ 1342
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        self._daemonic = False
        Thread.__init__(self, name="MainThread", daemon=False)
        self._started.set()
        self._ident = get_ident()
        self._handle.ident = self._ident
        _active[self._ident] = self


class _DummyThread(Thread):
    """Stands for a thread that `threading` has not started."""

    def __init__(self):
        Thread.__init__(self, name=f"Dummy-{_dummy_counter()}", daemon=True)
        self._started.set()
        self._ident = get_ident()
        self._handle.ident = self._ident
        _active[self._ident] = self

    def is_alive(self):
        return not self._handle.is_done()

    def join(self, timeout=None):
        raise RuntimeError("cannot join a dummy thread")


def current_thread():
    try:
        return _active[get_ident()]
    except KeyError:
        return _DummyThread()


def currentThread():
    _thread._deprecated("currentThread()", "use current_thread()")
    return current_thread()


def active_count():
    with _active_limbo_lock:
        return len(_active) + len(_limbo)


def activeCount():
    _thread._deprecated("activeCount()", "use active_count()")
    return active_count()


def enumerate():
    with _active_limbo_lock:
        return list(_active.values()) + list(_limbo.values())


def main_thread():
    return _main_thread


_main_thread = _MainThread()
_threading_atexits = []
_SHUTTING_DOWN = False


def _register_atexit(func, *args, **kwargs):
    """Registers what runs at exit before the threads are joined."""
    if _SHUTTING_DOWN:
        raise RuntimeError("can't register atexit after shutdown")
    _threading_atexits.append(lambda: func(*args, **kwargs))


def _shutdown():
    """Called when the main module has ended: waits for all threads that are not daemons."""
    global _SHUTTING_DOWN
    if _main_thread._handle.is_done():
        return
    _SHUTTING_DOWN = True
    _main_thread._handle._set_done()
    for call in reversed(_threading_atexits):
        call()
    me = get_ident()
    while True:
        with _active_limbo_lock:
            others = [t for t in list(_active.values()) + list(_limbo.values()) if not t._daemonic and t._ident != me]
        if not others:
            break
        for thread in others:
            thread._handle.join()


def _after_fork():
    """Called in a forked child: only the thread that forked exists there."""
    global _main_thread, _active_limbo_lock, _SHUTTING_DOWN
    _active_limbo_lock = RLock()
    _SHUTTING_DOWN = False
    del _threading_atexits[:]
    current = _active.get(get_ident()) or _main_thread
    for thread in list(_active.values()) + list(_limbo.values()):
        if thread is not current:
            thread._handle._done = True
    _active.clear()
    _limbo.clear()
    current._ident = get_ident()
    current._handle = _thread._ThreadHandle()
    current._handle.ident = current._ident
    _active[current._ident] = current
    _main_thread = current
