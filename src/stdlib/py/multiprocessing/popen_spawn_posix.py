"""Starts a process that imports the main module anew; what it is given crosses as bytes.

The child is a copy of this process that forgets it: counters, random state and handlers as in a fresh interpreter, and
the program's top level run again as `__mp_main__`. What starting an interpreter costs is charged.
"""

import _machine
import _thread
import atexit
import _parcel as pickle
import sys
import threading

from multiprocessing import context, process, util
from multiprocessing.popen_fork import Popen as _Fork
from multiprocessing.reduction import ForkingPickler

_MESSAGE = """
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.

        This probably means that you are not using fork to start your
        child processes and you have forgotten to use the proper idiom
        in the main module:

            if __name__ == '__main__':
                freeze_support()
                ...

        The "freeze_support()" line can be omitted if the program
        is not going to be frozen to produce an executable.

        To fix this issue, refer to the "Safe importing of main module"
        section in https://docs.python.org/3/library/multiprocessing.html
        """

_importing_main = False


class Popen(_Fork):
    method = "spawn"

    def _launch(self, process_obj):
        if _importing_main:
            raise RuntimeError(_MESSAGE)
        context._spawning = self
        try:
            self._data = ForkingPickler.dumps(process_obj)
        finally:
            context._spawning = None
        super()._launch(process_obj)

    def _child(self, process_obj):
        global _importing_main
        try:
            _machine.work(_machine.starting(process_obj._start_method or context._default_context.get_start_method()))
            _forget()
            process._current_process = process_obj
            _importing_main = True
            _machine.run_main("__mp_main__")
            _importing_main = False
            sys.modules["__main__"] = sys.modules["__mp_main__"]
            obj = pickle.loads(self._data)
        except SystemExit as exc:
            return exc.code if isinstance(exc.code, int) else 0 if exc.code is None else 1
        except BaseException as exc:
            threading._uncaught(exc)
            sys.stderr.write(_machine.format_exception(exc))
            return 1
        return obj._bootstrap()


def _forget():
    """What a fresh interpreter would not know of its parent."""
    threading._counter = _thread._counter(1)
    threading._main_thread._name = "MainThread"
    atexit._clear()
    atexit.register(util._exit_function)
    util._finalizer_registry.clear()
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None)
        if isinstance(file, str) and file.startswith("/home/user/") and name not in ("__main__", "__mp_main__"):
            del sys.modules[name]
    random = sys.modules.get("random")
    if random is not None:
        random.seed()
    pool = sys.modules.get("concurrent.futures.thread")
    if pool is not None:
        pool.ThreadPoolExecutor._counter = staticmethod(_thread._counter())
    sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    if sys.getswitchinterval() != 0.005:
        sys.setswitchinterval(0.005)
