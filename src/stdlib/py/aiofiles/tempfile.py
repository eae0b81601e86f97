"""Temporary files and folders for asyncio."""

import asyncio
import functools
import tempfile


def _opening(make, executor, args, options):
    import aiofiles

    return aiofiles._Opening(functools.partial(make, *args, **options), None, executor)


def NamedTemporaryFile(*args, loop=None, executor=None, **options):
    return _opening(tempfile.NamedTemporaryFile, executor, args, options)


def TemporaryFile(*args, loop=None, executor=None, **options):
    return _opening(tempfile.TemporaryFile, executor, args, options)


class TemporaryDirectory:
    def __init__(self, *args, loop=None, executor=None, **options):
        self._make = functools.partial(tempfile.TemporaryDirectory, *args, **options)

    async def __aenter__(self):
        self._made = await asyncio.get_running_loop().run_in_executor(None, self._make)
        return self._made.name

    async def __aexit__(self, *args):
        await asyncio.get_running_loop().run_in_executor(None, self._made.cleanup)
