# Many files at once, and temporary ones.
import asyncio
import os
import tempfile

import aiofiles
import aiofiles.tempfile

folder = tempfile.mkdtemp()


async def save(n):
    async with aiofiles.open(os.path.join(folder, f"{n}.txt"), "w") as f:
        await f.write("x" * n)
    return n


async def size(n):
    async with aiofiles.open(os.path.join(folder, f"{n}.txt")) as f:
        return len(await f.read())


async def main():
    print(await asyncio.gather(*[save(n) for n in range(5)]))
    print(await asyncio.gather(*[size(n) for n in range(5)]))
    async with aiofiles.tempfile.TemporaryDirectory() as d:
        print(os.path.isdir(d))
        async with aiofiles.tempfile.NamedTemporaryFile("w+", dir=d) as f:
            await f.write("temporary")
            await f.seek(0)
            print(await f.read(), os.path.exists(f.name))
    print(os.path.isdir(d))
    async with aiofiles.tempfile.TemporaryFile("wb+") as f:
        await f.write(b"bytes")
        await f.seek(1)
        print(await f.read())


asyncio.run(main())
