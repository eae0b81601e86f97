"""What a loop in debug mode says of slow callbacks."""

from asyncio import format_helpers, tasks
from asyncio.log import logger


def _created(what, place):
    return f"{repr(what)[:-1]} created at /usr/lib/python3.13/asyncio/{place}>"


def ran(loop, what, seconds):
    """A callback, a handle or the step of a task has taken so long."""
    if seconds < loop.slow_callback_duration:
        return
    if isinstance(what, tasks.Task):
        text = _created(what, "runners.py:100" if what is getattr(loop, "_main", None) else "tasks.py:410")
    elif hasattr(what, "_args"):
        begin = repr(what).split(what._callback.__name__)[0] if hasattr(what._callback, "__name__") else "<Handle "
        begin = begin[: begin.rfind(" ") + 1] or "<Handle "
        text = begin + format_helpers._format_callback_source(what._callback, what._args, debug=True) + ">"
    else:
        text = f"<Handle {format_helpers._format_callback_source(what, (), debug=True)}>"
    logger.warning("Executing %s took %.3f seconds", text, seconds)
