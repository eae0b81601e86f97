"""Imports in tests. There is one implementation of each module here: it stands for both of CPython's."""

import contextlib
import importlib
import sys
import unittest


def import_module(name, deprecated=False, *, required_on=()):
    if name.startswith("_test") or name == "ctypes":
        raise unittest.SkipTest(f"n/a: {name}")
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise unittest.SkipTest(str(error))


def import_fresh_module(name, fresh=(), blocked=(), *, deprecated=False):
    return importlib.import_module(name)


@contextlib.contextmanager
def ready_to_import(name=None, source=""):
    raise unittest.SkipTest("n/a: modules made while the test runs")
    yield


@contextlib.contextmanager
def isolated_modules():
    kept = dict(sys.modules)
    try:
        yield
    finally:
        sys.modules.clear()
        sys.modules.update(kept)
