"""What a loop in debug mode says of slow callbacks."""

import sys
import traceback

from asyncio import format_helpers, tasks
from asyncio.log import logger

# The functions of the library that are C here: line, name and text of what CPython has in Python.
_MAKERS = {
    1: ("base_events.py", 460, "create_future", "return futures.Future(loop=self)"),
    2: ("tasks.py", 410, "create_task", "task = loop.create_task(coro, name=name)"),
}


# What runs a task's step.
_TURN = (
    ("base_events.py", 2019, "_run_once", "handle._run()"),
    ("events.py", 89, "_run", "self._context.run(self._callback, *self._args)"),
)
_HOME = "/usr/lib/python3.13/asyncio/"


def _place(file, number, name, text):
    return traceback.FrameSummary(_HOME + file, number, name, line=text)


def _note(made, by):
    """Keeps the stack at which a future, a task or a handle is made; the makers are those of `event_loop/turn.rs`."""
    frame = sys._getframe()
    while frame is not None and frame.f_code is _note.__code__:
        frame = frame.f_back
    stack = []
    for place in traceback.extract_stack(frame):
        stack.append(traceback.FrameSummary(place.filename, place.lineno, place.name, line=place.line))
        if place.name == "run_forever" and place.lineno == 679 and place.filename == _HOME + "base_events.py":
            stack += [_place(*p) for p in _TURN]
    if by in _MAKERS:
        stack.append(_place(*_MAKERS[by]))
    stack = traceback.StackSummary(stack)
    place = f"{stack[-1].filename}:{stack[-1].lineno}" if stack else None
    if hasattr(made, "_args"):
        made._source = (stack, place)
    else:
        made._source_traceback, made._source_place = stack, place
    return None if by == 3 else made


def told(source, what):
    """The stack of a report as lines."""
    return f"{what} created at (most recent call last):\n" + "".join(traceback.format_list(source)).rstrip()


def ran(loop, what, seconds):
    """A callback, a handle or the step of a task has taken so long."""
    if seconds < loop.slow_callback_duration:
        return
    if isinstance(what, tasks.Task) or hasattr(what, "_args"):
        text = repr(what)
    else:
        text = f"<Handle {format_helpers._format_callback_source(what, (), debug=True)}>"
    logger.warning("Executing %s took %.3f seconds", text, seconds)
