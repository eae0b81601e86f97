"""What a loop in debug mode says of slow callbacks."""

import logging
from asyncio import tasks


def _created(what, place):
    return f"{repr(what)[:-1]} created at /usr/lib/python3.13/asyncio/{place}>"


def ran(loop, what, seconds):
    """A callback, a handle or the step of a task has taken so long."""
    if seconds < loop.slow_callback_duration:
        return
    if isinstance(what, tasks.Task):
        text = _created(what, "runners.py:100" if what is getattr(loop, "_main", None) else "tasks.py:410")
    elif hasattr(what, "_args"):
        args = ", ".join(map(repr, what._args))
        text = repr(what).replace("()", f"({args})", 1)
    else:
        text = f"<Handle {getattr(what, '__qualname__', what)}()>"
    logging.getLogger("asyncio").warning("Executing %s took %.3f seconds", text, seconds)
