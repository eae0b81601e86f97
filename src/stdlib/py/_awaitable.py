"""What `types.coroutine` makes of functions that are neither coroutine nor generator functions."""

import functools
import types
from collections.abc import Coroutine, Generator


class _GeneratorWrapper:
    """An awaitable around something that behaves like a generator."""

    def __init__(self, gen):
        self._GeneratorWrapper__wrapped = gen
        self.__name__ = getattr(gen, "__name__", None)
        self.__qualname__ = getattr(gen, "__qualname__", None)

    def send(self, val):
        return self.__wrapped.send(val)

    def throw(self, tp, *rest):
        return self.__wrapped.throw(tp, *rest)

    def close(self):
        return self.__wrapped.close()

    def __next__(self):
        return next(self.__wrapped)

    def __iter__(self):
        return self

    __await__ = __iter__


for _short in ("code", "frame", "running", "yieldfrom"):
    _get = property(lambda self, name="gi_" + _short: getattr(self._GeneratorWrapper__wrapped, name))
    setattr(_GeneratorWrapper, "gi_" + _short, _get)
    if _short != "yieldfrom":
        setattr(_GeneratorWrapper, "cr_" + _short, _get)
_GeneratorWrapper.cr_await = _GeneratorWrapper.gi_yieldfrom


def wrapped(func):
    @functools.wraps(func)
    def inner(*args, **kwargs):
        coro = func(*args, **kwargs)
        if isinstance(coro, Generator) and not isinstance(coro, Coroutine):
            return _GeneratorWrapper(coro)
        return coro

    return inner
