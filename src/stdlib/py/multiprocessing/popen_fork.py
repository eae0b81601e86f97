"""Starts a process as a copy of this one."""

import _process
import _thread
import os

from multiprocessing import util


class Popen:
    method = "fork"

    def __init__(self, process_obj):
        util._flush_std_streams()
        self.returncode = None
        self.finalizer = None
        self._label = process_obj.name
        # What a pool's worker is started for, which does not cross to it.
        self._fn = process_obj.__dict__.pop("_fn", None)
        self._launch(process_obj)

    def duplicate_for_child(self, fd):
        return fd

    def poll(self, flag=os.WNOHANG):
        return self.wait(0 if flag == os.WNOHANG else None)

    def wait(self, timeout=None):
        if self.returncode is None:
            self.returncode = os._wait(self.pid, timeout, self._label)
        return self.returncode

    def _send_signal(self, sig):
        if self.returncode is None:
            _process.kill(self.pid, sig)

    def interrupt(self):
        self._send_signal(2)

    def terminate(self):
        self._send_signal(15)

    def kill(self):
        self._send_signal(9)

    def _launch(self, process_obj):
        # The child holds the writing end: the reading end is ready when the child has ended.
        parent_r, child_w = _process.pipe()
        fn = self._fn
        lane = _thread._lane(process_obj.name, fn or process_obj._target, None if fn else process_obj._args)
        self.pid = os._fork(lane)
        if self.pid == 0:
            code = 1
            try:
                _process.close(parent_r)
                code = self._child(process_obj)
            finally:
                _process.exit(code)
        _process.close(child_w)
        self.sentinel = parent_r

    def _child(self, process_obj):
        return process_obj._bootstrap()

    def close(self):
        if self.sentinel is not None:
            _process.close(self.sentinel)
            self.sentinel = None
