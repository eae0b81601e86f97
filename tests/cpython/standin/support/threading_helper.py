"""Threads in tests: none may be left over."""

import _thread
import contextlib
import functools
import threading
import time

from test import support

can_start_thread = True


def requires_working_threading(*, module=False):
    return None if module else lambda test: test


def threading_setup():
    return _thread._count(), threading.active_count()


def threading_cleanup(*before):
    for _ in support.busy_retry(support.SHORT_TIMEOUT, error=False):
        if threading_setup() <= before:
            return
        support.gc_collect()
        time.sleep(0.01)


def reap_threads(func):
    @functools.wraps(func)
    def decorator(*args):
        before = threading_setup()
        try:
            return func(*args)
        finally:
            threading_cleanup(*before)

    return decorator


@contextlib.contextmanager
def wait_threads_exit(timeout=None):
    count = _thread._count()
    try:
        yield
    finally:
        for _ in support.sleeping_retry(timeout or support.SHORT_TIMEOUT, "threads are left over"):
            support.gc_collect()
            if _thread._count() <= count:
                break


def join_thread(thread, timeout=None):
    thread.join(timeout or support.SHORT_TIMEOUT)
    if thread.is_alive():
        raise AssertionError("failed to join the thread")


@contextlib.contextmanager
def start_threads(threads, unlock=None):
    threads = list(threads)
    started = []
    try:
        for thread in threads:
            thread.start()
            started.append(thread)
        yield
    finally:
        if unlock:
            unlock()
        for thread in started:
            join_thread(thread)


class catch_threading_exception:
    """Keeps what `threading.excepthook` is called with."""

    exc_type = exc_value = exc_traceback = thread = None

    def __enter__(self):
        self._old, threading.excepthook = threading.excepthook, self._hook
        return self

    def _hook(self, args):
        self.exc_type, self.exc_value, self.exc_traceback, self.thread = args

    def __exit__(self, *exc):
        threading.excepthook = self._old
        del self.exc_type, self.exc_value, self.exc_traceback, self.thread
