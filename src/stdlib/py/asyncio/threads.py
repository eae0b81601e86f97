"""Ordinary functions in threads of the loop's executor."""

import contextvars
from asyncio import events


async def to_thread(func, /, *args, **kwargs):
    import functools
    loop = events.get_running_loop()
    context = contextvars.copy_context()
    func_call = functools.partial(context.run, func, *args, **kwargs)
    return await loop.run_in_executor(None, func_call)  #@ 25
