"""Calls at exit, last registered first."""

import _machine
import sys

_calls = []


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _calls.append((func, args, kwargs))
    return func


def unregister(func, /):
    _calls[:] = [call for call in _calls if call[0] != func]


def _clear():
    del _calls[:]


def _ncallbacks():
    return len(_calls)


def _run_exitfuncs():
    while _calls:
        func, args, kwargs = _calls.pop()
        try:
            func(*args, **kwargs)
        except SystemExit:
            pass
        except BaseException as exc:
            sys._ignored(exc, "Exception ignored in atexit callback " + repr(func))
