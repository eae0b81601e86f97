"""Rich text as plain text: markup is left out, colours are not shown."""

from rich.console import Console as _Console

_console = None


def get_console():
    global _console
    if _console is None:
        _console = _Console()
    return _console


def print(*objects, sep=" ", end="\n", file=None, flush=False):
    (get_console() if file is None else _Console(file=file)).print(*objects, sep=sep, end=end)


def inspect(obj, **kwargs):
    print(repr(obj))
