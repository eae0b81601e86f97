"""Files for asyncio: each operation in a thread of the pool."""

import asyncio
import functools

from . import os, tempfile


class _File:
    def __init__(self, file, loop, executor):
        self._file, self._loop, self._executor = file, loop, executor

    def _run(self, call, *args, **options):
        return self._loop.run_in_executor(self._executor, functools.partial(call, *args, **options))

    def __getattr__(self, name):
        value = getattr(self.__dict__["_file"], name)
        if name in (
            "close", "flush", "isatty", "read", "readall", "read1", "readinto", "readline", "readlines", "seek", "seekable",
            "tell", "truncate", "writable", "write", "writelines", "peek",
        ):
            return functools.partial(self._run, value)
        return value

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if line:
            return line
        raise StopAsyncIteration

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        await self.close()


class _Opening:
    """What is awaited, or entered, to have a file that `make` opens in a thread."""

    def __init__(self, make, loop=None, executor=None):
        self._make, self._executor = make, executor

    async def _open(self):
        loop = asyncio.get_running_loop()
        return _File(await loop.run_in_executor(self._executor, self._make), loop, self._executor)

    def __await__(self):
        return self._open().__await__()

    async def __aenter__(self):
        self._file = await self._open()
        return self._file

    async def __aexit__(self, *args):
        await self._file.close()


open_ = open


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None, *,
         loop=None, executor=None):
    make = functools.partial(open_, file, mode, buffering, encoding, errors, newline, closefd, opener)
    return _Opening(make, loop, executor)
