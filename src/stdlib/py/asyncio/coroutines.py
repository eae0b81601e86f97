"""What counts as a coroutine."""


async def _nothing():
    pass


_coroutine = _nothing()
_CoroutineType = type(_coroutine)
_coroutine.close()


def iscoroutinefunction(func):
    import inspect
    return inspect.iscoroutinefunction(func)


def iscoroutine(obj):
    if isinstance(obj, _CoroutineType):
        return True
    from collections.abc import Coroutine
    return isinstance(obj, Coroutine)
