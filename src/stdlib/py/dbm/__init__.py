"""Dictionaries of bytes in files: of the kinds that CPython knows, the one of two plain files."""

import os

__all__ = ["open", "whichdb", "error"]


class _Error(Exception):
    pass


_Error.__name__ = _Error.__qualname__ = "error"
error = (_Error, OSError)
_modules = {}


def whichdb(filename):
    filename = os.fspath(filename)
    try:
        os.stat(filename + ".dat")
        with _open(filename + ".dir", "rb") as f:
            if f.read(1) in (b"", b"'", b'"'):
                return "dbm.dumb"
    except OSError:
        pass
    try:
        with _open(filename, "rb") as f:
            f.read(1)
    except OSError:
        return None
    return ""


_open = open


def open(file, flag="r", mode=0o666):
    from dbm import dumb

    if "n" not in flag:
        kind = whichdb(file)
        if kind is None and "c" not in flag:
            raise error[0](f"db file doesn't exist; use 'c' or 'n' flag to create a new db")
        if kind == "":
            raise error[0]("db type could not be determined")
    return dumb.open(file, flag, mode)
