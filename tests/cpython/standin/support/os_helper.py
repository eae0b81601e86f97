"""Files in tests."""

import contextlib
import os
import shutil
import tempfile

TESTFN_ASCII = TESTFN = "@test_1_tmp"


def unlink(name):
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        os.unlink(name)


def rmtree(path):
    with contextlib.suppress(FileNotFoundError):
        shutil.rmtree(path)


@contextlib.contextmanager
def temp_dir(path=None, quiet=False):
    if path is None:
        path = os.path.realpath(tempfile.mkdtemp())
    else:
        os.mkdir(path)
    try:
        yield path
    finally:
        rmtree(path)


@contextlib.contextmanager
def change_cwd(path, quiet=False):
    before = os.getcwd()
    os.chdir(path)
    try:
        yield os.getcwd()
    finally:
        os.chdir(before)


@contextlib.contextmanager
def temp_cwd(name="tempcwd", quiet=False):
    with temp_dir(path=name) as path, change_cwd(path) as cwd:
        yield cwd
