"""Warnings: shown once per place."""

import _machine
import sys as _sys

filters = []
_seen = set()


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    action = "default"
    for act, kind in filters:
        if issubclass(category, kind):
            action = act
            break
    else:
        if issubclass(category, (PendingDeprecationWarning, ResourceWarning)):
            return
    if action == "ignore":
        return
    if action == "error":
        raise message if isinstance(message, Warning) else category(message)
    filename, lineno, text = _machine.caller(max(stacklevel - 1, 0))
    key = (str(message), category, lineno)
    if action != "always":
        if key in _seen:
            return
        _seen.add(key)
    showwarning(message, category, filename, lineno, None, text)


def showwarning(message, category, filename, lineno, file=None, line=None):
    (file or _sys.stderr).write(formatwarning(message, category, filename, lineno, line))


def formatwarning(message, category, filename, lineno, line=None):
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    return text + "  " + line + "\n" if line else text


def simplefilter(action, category=Warning, lineno=0, append=False):
    filters.insert(len(filters) if append else 0, (action, category))


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    simplefilter(action, category, lineno, append)


def resetwarnings():
    filters.clear()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._action = action
        self._category = category

    def __enter__(self):
        global showwarning
        self._saved = filters[:], showwarning
        if self._action is not None:
            simplefilter(self._action, self._category)
        if not self._record:
            return None
        log = []

        def note(message, category, filename, lineno, file=None, line=None):
            log.append(WarningMessage(message, category, filename, lineno))

        showwarning = note
        return log

    def __exit__(self, *info):
        global showwarning
        filters[:], showwarning = self._saved


class WarningMessage:
    def __init__(self, message, category, filename, lineno):
        self.message = message if isinstance(message, Warning) else category(message)
        self.category = category
        self.filename = filename
        self.lineno = lineno


def deprecated(message, /, *, category=DeprecationWarning, stacklevel=1):
    return lambda f: f
