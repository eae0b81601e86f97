#!/usr/bin/env python3
"""Writes names.txt: the public names of CPython 3.13's modules, and of the classes that programs use most.

    PYENV_VERSION=3.13.0 python3 tests/it/coverage/names.py

A line is a module or class, a colon, and its names. `coverage.rs` compares them with what Interleave defines.
"""

import importlib
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


def main():
    lines = []
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
        if name not in CLASSES:
            continue
        for inner in names:
            cls = getattr(module, inner, None)
            if isinstance(cls, type) and not issubclass(cls, BaseException) and not hasattr(types, inner) or inner == "SimpleNamespace":
                parts = sorted(n for n in dir(cls) if not n.startswith("_"))
                if parts:
                    lines.append(f"{name}.{inner}: {' '.join(parts)}")
    pathlib.Path(__file__).with_name("names.txt").write_text("\n".join(lines) + "\n")


os.environ.setdefault("TERM", "dumb")
main()
