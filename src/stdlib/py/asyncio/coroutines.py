"""What counts as a coroutine."""

import types


def iscoroutinefunction(func):
    import inspect
    return inspect.iscoroutinefunction(func)


def iscoroutine(obj):
    return isinstance(obj, types.CoroutineType)
