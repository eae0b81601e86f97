"""Temporary files and folders for asyncio."""

import asyncio
import functools
import tempfile


class _Context:
    def __init__(self, make):
        self._make = make

    async def _open(self):
        import aiofiles

        loop = asyncio.get_running_loop()
        made = await loop.run_in_executor(None, self._make)
        return aiofiles._File(made, loop, None)

    def __await__(self):
        return self._open().__await__()

    async def __aenter__(self):
        self._file = await self._open()
        return self._file

    async def __aexit__(self, *args):
        await self._file.close()


def NamedTemporaryFile(*args, loop=None, executor=None, **options):
    return _Context(functools.partial(tempfile.NamedTemporaryFile, *args, **options))


def TemporaryFile(*args, loop=None, executor=None, **options):
    return _Context(functools.partial(tempfile.TemporaryFile, *args, **options))


class TemporaryDirectory:
    def __init__(self, *args, loop=None, executor=None, **options):
        self._make = functools.partial(tempfile.TemporaryDirectory, *args, **options)

    async def __aenter__(self):
        self._made = await asyncio.get_running_loop().run_in_executor(None, self._make)
        return self._made.name

    async def __aexit__(self, *args):
        await asyncio.get_running_loop().run_in_executor(None, self._made.cleanup)
