"""Queues between processes."""

import os
import sys
import threading
import time
from _collections import deque
from queue import Empty, Full

from multiprocessing import connection, context
from multiprocessing.reduction import ForkingPickler as _ForkingPickler
from multiprocessing.util import Finalize, is_exiting, register_after_fork
from _parcel import loads as _loads
from _threads import queue as _made

__all__ = ["Queue", "SimpleQueue", "JoinableQueue"]

_MAX = 2147483647
_sentinel = object()


class Queue:
    """`put` appends to a buffer; a feeder thread pickles and writes."""

    def __init__(self, maxsize=0, *, ctx):
        if maxsize <= 0:
            maxsize = _MAX
        self._maxsize = maxsize
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._rlock = ctx.Lock()
        self._opid = os.getpid()
        self._wlock = ctx.Lock()
        self._sem = ctx.BoundedSemaphore(maxsize)
        self._ignore_epipe = False
        self._reset()
        register_after_fork(self, Queue._reset)
        _made(self)

    def __reduce__(self):
        return context.spawned(
            self, "_maxsize", "_reader", "_writer", "_rlock", "_wlock", "_sem", "_opid", "_ignore_epipe"
        )

    def _restored(self):
        self._reset()
        register_after_fork(self, Queue._reset)
        _made(self)

    def _reset(self):
        self._notempty = threading.Condition(threading.Lock())
        self._buffer = deque()
        self._thread = None
        self._jointhread = None
        self._joincancelled = False
        self._closed = False
        self._close = None

    def put(self, obj, block=True, timeout=None):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")  #@ 86
        if not self._sem.acquire(block, timeout):
            raise Full  #@ 88
        with self._notempty:
            if self._thread is None:
                self._start_thread()
            self._buffer.append(obj)
            self._notempty.notify()

    def get(self, block=True, timeout=None):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")  #@ 98
        if block and timeout is None:
            with self._rlock:
                res = self._reader.recv_bytes()
            self._sem.release()
        else:
            if block:
                deadline = time.monotonic() + timeout
            if not self._rlock.acquire(block, timeout):
                raise Empty  #@ 107
            try:
                if block:
                    timeout = deadline - time.monotonic()
                    if not self._reader.poll(max(timeout, 0)):
                        raise Empty  #@ 112
                elif not self._reader.poll():
                    raise Empty  #@ 114
                res = self._reader.recv_bytes()
                self._sem.release()
            finally:
                self._rlock.release()
        return _loads(res)

    def qsize(self):
        return self._maxsize - self._sem.get_value()

    def empty(self):
        return not self._reader.poll()

    def full(self):
        return self._sem.get_value() == 0

    def get_nowait(self):
        return self.get(False)

    def put_nowait(self, obj):
        return self.put(obj, False)

    def close(self):
        self._closed = True
        close = self._close
        if close:
            self._close = None
            close()

    def join_thread(self):
        assert self._closed, "Queue {0!r} not closed".format(self)
        if self._jointhread:
            self._jointhread()

    def cancel_join_thread(self):
        self._joincancelled = True
        if self._jointhread is not None:
            self._jointhread.cancel()

    def _terminate_broken(self):
        self._reader.close()
        self.close()
        self.join_thread()

    def _start_thread(self):
        self._buffer.clear()
        self._thread = threading.Thread(
            target=Queue._feed,
            args=(self,),
            name="QueueFeederThread",
            daemon=True,
        )
        self._thread.start()
        if not self._joincancelled:
            self._jointhread = Finalize(self._thread, self._thread.join, exitpriority=-5)
        self._close = Finalize(self, self._finalize_close, exitpriority=10)

    def _finalize_close(self):
        with self._notempty:
            self._buffer.append(_sentinel)
            self._notempty.notify()

    def _feed(self):
        while True:
            with self._notempty:
                if not self._buffer:
                    self._notempty.wait()
            while self._buffer:
                obj = self._buffer.popleft()
                if obj is _sentinel:
                    self._writer.close()
                    return
                try:
                    obj = _ForkingPickler.dumps(obj)  #@ 262
                    with self._wlock:
                        self._writer.send_bytes(obj)
                except Exception as e:
                    if self._ignore_epipe and getattr(e, "errno", 0) == 32:
                        return
                    if is_exiting():
                        return
                    self._sem.release()
                    self._on_queue_feeder_error(e, obj)

    def _on_queue_feeder_error(self, e, obj):
        sys.stderr.write(sys._machine.format_exception(e))

    def __class_getitem__(cls, item):
        return cls


class JoinableQueue(Queue):
    """A queue that knows what is unfinished."""

    def __init__(self, maxsize=0, *, ctx):
        Queue.__init__(self, maxsize, ctx=ctx)
        self._unfinished_tasks = ctx.Semaphore(0)
        self._cond = ctx.Condition()

    def __reduce__(self):
        restore, (cls, state) = Queue.__reduce__(self)
        return restore, (cls, {**state, "_unfinished_tasks": self._unfinished_tasks, "_cond": self._cond})

    def put(self, obj, block=True, timeout=None):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")  #@ 330
        if not self._sem.acquire(block, timeout):
            raise Full  #@ 332
        with self._notempty, self._cond:
            if self._thread is None:
                self._start_thread()
            self._buffer.append(obj)
            self._unfinished_tasks.release()
            self._notempty.notify()

    def task_done(self):
        with self._cond:
            if not self._unfinished_tasks.acquire(False):
                raise ValueError('task_done() called too many times')  #@ 344
            if self._unfinished_tasks.get_value() == 0:
                self._cond.notify_all()

    def join(self):
        with self._cond:
            if self._unfinished_tasks.get_value() != 0:
                self._cond.wait()


class SimpleQueue:
    """A pipe with a lock at each end."""

    def __init__(self, *, ctx):
        self._reader, self._writer = connection.Pipe(duplex=False)
        self._rlock = ctx.Lock()
        self._wlock = ctx.Lock()

    def __reduce__(self):
        return context.spawned(self, "_reader", "_writer", "_rlock", "_wlock")

    def _restored(self):
        pass

    def close(self):
        self._reader.close()
        self._writer.close()

    def empty(self):
        return not self._reader.poll()

    def get(self):
        with self._rlock:
            res = self._reader.recv_bytes()
        return _loads(res)

    def put(self, obj):
        obj = _ForkingPickler.dumps(obj)
        with self._wlock:
            self._writer.send_bytes(obj)

    def __class_getitem__(cls, item):
        return cls
