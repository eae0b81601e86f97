# aiofiles: files whose methods are awaited.
import asyncio
import os
import tempfile

import aiofiles
import aiofiles.os


async def main():
    path = os.path.join(tempfile.mkdtemp(), "data.txt")
    async with aiofiles.open(path, "w") as f:
        print(await f.write("one\ntwo\n"), f.name == path, f.mode)
        await f.writelines(["three\n", "four\n"])
        await f.flush()
    async with aiofiles.open(path) as f:
        print(repr(await f.readline()), await f.tell())
        print(await f.readlines())
        await f.seek(0)
        print(repr(await f.read(5)), f.closed)
    print(f.closed)
    async with aiofiles.open(path) as f:
        async for line in f:
            print(line, end="")
    async with aiofiles.open(path, "rb") as f:
        print(await f.read(4))
    f = await aiofiles.open(path, "a")
    try:
        await f.write("five")
    finally:
        await f.close()
    print(await aiofiles.os.path.exists(path), (await aiofiles.os.stat(path)).st_size, await aiofiles.os.listdir(os.path.dirname(path)))
    await aiofiles.os.rename(path, path + "2")
    await aiofiles.os.remove(path + "2")
    print(await aiofiles.os.path.isfile(path))
    try:
        async with aiofiles.open(path) as f:
            pass
    except FileNotFoundError as e:
        print(type(e).__name__, e.errno)


asyncio.run(main())
