#!/usr/bin/env python3
"""Writes names.txt: the public names of CPython 3.13's modules, and of the classes that programs use most; and arguments.txt:
what their functions, classes and methods can be given by keyword.

    PYENV_VERSION=3.13.0 python3 tests/it/coverage/names.py

A line is a module, class or function, a colon, and its names. `coverage.rs` compares them with what Interleave defines.
"""

import importlib
import inspect
import os
import pathlib
import sys
import types
import warnings

warnings.simplefilter("ignore")
INSIDE = """asyncio.subprocess collections.abc concurrent.futures concurrent.futures.process concurrent.futures.thread
email.message html.parser html.entities http.client http.server importlib.metadata importlib.util json.decoder json.encoder logging.config
logging.handlers multiprocessing.connection multiprocessing.dummy multiprocessing.managers multiprocessing.pool
multiprocessing.queues multiprocessing.shared_memory multiprocessing.sharedctypes multiprocessing.synchronize os.path
unittest.mock urllib.error urllib.parse urllib.request xml.etree.ElementTree""".split()
CLASSES = """builtins threading asyncio concurrent.futures multiprocessing multiprocessing.pool queue collections datetime
logging random io string fractions decimal contextvars unittest pathlib re struct types""".split()
SKIPPED = {"antigravity", "this", "idlelib", "turtledemo", "lib2to3", "msvcrt", "nt", "winreg", "winsound", "test", "pydoc_data",
           "sre_compile", "sre_constants", "sre_parse", "genericpath", "ntpath", "nturl2path", "opcode", "pyexpat", "_thread"}


def public(module):
    names = getattr(module, "__all__", None)
    found = set(names or ())
    for name in dir(module):
        value = getattr(module, name, None)
        if name.startswith("_") or isinstance(value, types.ModuleType):
            continue
        home = getattr(value, "__module__", None)
        if names is None and (home is None or home == module.__name__ or home.startswith("_") or home == "builtins"):
            found.add(name)
    return sorted(found)


def keywords(what):
    """The names that a call can give; None where CPython itself does not say."""
    try:
        parameters = inspect.signature(what).parameters.values()
    except (ValueError, TypeError, AttributeError):
        return None
    kinds = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
    return [p.name for p in parameters if p.kind in kinds and not p.name.startswith("_") and p.name not in ("self", "cls", "dummy")]


def arguments(owner, module, names):
    """Rows for the functions and classes of a module, and for the methods of its classes."""
    for name in names:
        what = getattr(module, name, None)
        if not callable(what) or isinstance(what, type) and issubclass(what, BaseException):
            continue
        rows = [(f"{owner}.{name}", what)]
        if isinstance(what, type) and not name.startswith("Abstract"):
            for method in sorted(vars(what)):
                value = getattr(what, method, None)
                if not method.startswith("_") and callable(value) and not isinstance(value, type):
                    rows.append((f"{owner}.{name}.{method}", value))
        for row, value in rows:
            if found := keywords(value):
                yield f"{row}: {' '.join(found)}"


def main():
    lines = []
    calls = []
    modules = sorted(n for n in sys.stdlib_module_names if not n.startswith("_") and n not in SKIPPED)
    for name in sorted(modules + INSIDE):
        try:
            module = importlib.import_module(name)
        except Exception:
            continue
        if name == "builtins":
            names = sorted(n for n in dir(module) if not n.startswith("_"))
        else:
            names = public(module)
        lines.append(f"{name}: {' '.join(names)}")
        if not name.startswith(("tkinter", "turtle", "curses", "idlelib", "pdb", "bdb", "cmd", "dis", "ensurepip", "venv")):
            calls.extend(arguments(name, module, names))
        if name not in CLASSES:
            continue
        for inner in names:
            cls = getattr(module, inner, None)
            if isinstance(cls, type) and not issubclass(cls, BaseException) and not hasattr(types, inner) or inner == "SimpleNamespace":
                parts = sorted(n for n in dir(cls) if not n.startswith("_"))
                if parts:
                    lines.append(f"{name}.{inner}: {' '.join(parts)}")
    pathlib.Path(__file__).with_name("names.txt").write_text("\n".join(lines) + "\n")
    pathlib.Path(__file__).with_name("arguments.txt").write_text("\n".join(calls) + "\n")


os.environ.setdefault("TERM", "dumb")
main()
