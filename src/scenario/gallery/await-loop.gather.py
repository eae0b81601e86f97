# variant: gathered

import asyncio


async def fetch(n):
    await asyncio.sleep(1)
    return n * n


async def main():
    print(await asyncio.gather(*(fetch(n) for n in range(5))))


asyncio.run(main())
