"""Calls in a pool of threads."""

import os
import queue
import threading
from concurrent.futures import _base
from _thread import _counter

_threads_queues = {}
_shutdown = False
_global_shutdown_lock = threading.Lock()


def _python_exit():
    global _shutdown
    with _global_shutdown_lock:
        _shutdown = True
    items = list(_threads_queues.items())
    for t, q in items:
        q.put(None)
    for t, q in items:
        t.join()


threading._register_atexit(_python_exit)


def _fresh():
    """A forked child has none of the parent's workers."""
    global _global_shutdown_lock
    _threads_queues.clear()
    _global_shutdown_lock = threading.Lock()
    threading._register_atexit(_python_exit)


os.register_at_fork(after_in_child=_fresh)


class _WorkItem:
    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)  #@ 58
        except BaseException as exc:
            self.future.set_exception(exc)
            self = None
        else:
            self.future.set_result(result)


def _worker(executor, work_queue, initializer, initargs):
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException as exc:
            _base._log("Exception in initializer:", exc)
            executor._initializer_failed()
            return
    try:
        while True:
            if work_queue.empty():
                # Only a worker that finds nothing to do counts as idle.
                executor._idle_semaphore.release()
            work_item = work_queue.get()
            if work_item is not None:
                work_item.run()
                del work_item
                continue
            if _shutdown or executor._shutdown:
                executor._shutdown = True
                # The others must hear of it too.
                work_queue.put(None)
                return
    except BaseException as exc:
        _base._log("Exception in worker", exc)


class BrokenThreadPool(_base.BrokenExecutor):
    """An initializer failed."""


class ThreadPoolExecutor(_base.Executor):
    """Starts a thread per call until there are `max_workers`, unless one is idle."""

    _counter = staticmethod(_counter())

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, (os.process_cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")  #@ 147
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")  #@ 150
        self._max_workers = max_workers
        self._work_queue = queue.SimpleQueue()
        self._idle_semaphore = threading.Semaphore(0)
        self._threads = set()
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        self._thread_name_prefix = thread_name_prefix or ("ThreadPoolExecutor-%d" % ThreadPoolExecutor._counter())
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock, _global_shutdown_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)  #@ 167
            if self._shutdown:
                raise RuntimeError('cannot schedule new futures after shutdown')  #@ 170
            if _shutdown:
                raise RuntimeError('cannot schedule new futures after interpreter shutdown')  #@ 172
            f = _base.Future()
            w = _WorkItem(f, fn, args, kwargs)
            self._work_queue.put(w)
            self._fn = fn
            self._adjust_thread_count()
            return f

    def _adjust_thread_count(self):
        if self._idle_semaphore._value and self._idle_semaphore.acquire(timeout=0):
            return
        num_threads = len(self._threads)
        if num_threads < self._max_workers:
            thread_name = "%s_%d" % (self._thread_name_prefix or self, num_threads)
            t = threading.Thread(
                name=thread_name,
                target=_worker,
                args=(self, self._work_queue, self._initializer, self._initargs),
            )
            t.start()
            self._threads.add(t)
            _threads_queues[t] = self._work_queue

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = "A thread initializer failed, the thread pool is not usable anymore"
            while True:
                try:
                    work_item = self._work_queue.get_nowait()
                except queue.Empty:
                    break
                if work_item is not None:
                    work_item.future.set_exception(BrokenThreadPool(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                while True:
                    try:
                        work_item = self._work_queue.get_nowait()
                    except queue.Empty:
                        break
                    if work_item is not None:
                        work_item.future.cancel()
            self._work_queue.put(None)
        if wait:
            for t in self._threads:
                t.join()
