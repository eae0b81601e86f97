"""What `os` does with files, each call in a thread."""

import asyncio
import functools
import os


def wrap(function):
    @functools.wraps(function)
    async def run(*args, loop=None, executor=None, **options):
        loop = loop or asyncio.get_running_loop()
        return await loop.run_in_executor(executor, functools.partial(function, *args, **options))

    return run


class path:
    exists, isfile, isdir = wrap(os.path.exists), wrap(os.path.isfile), wrap(os.path.isdir)
    islink, ismount, getsize = wrap(os.path.islink), wrap(os.path.ismount), wrap(os.path.getsize)
    getmtime, getatime, getctime = wrap(os.path.getmtime), wrap(os.path.getatime), wrap(os.path.getctime)
    samefile, sameopenfile, abspath = wrap(os.path.samefile), wrap(os.path.sameopenfile), wrap(os.path.abspath)


for _name in (
    "stat", "rename", "renames", "replace", "remove", "unlink", "mkdir", "makedirs", "rmdir", "removedirs", "link",
    "symlink", "readlink", "listdir", "scandir", "access", "getcwd",
):
    globals()[_name] = wrap(getattr(os, _name))
