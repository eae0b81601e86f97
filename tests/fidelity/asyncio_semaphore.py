"""Fourteen tasks, four at a time."""
import asyncio


async def work(limit):
    async with limit:
        await asyncio.sleep(0.15)


async def main():
    limit = asyncio.Semaphore(4)
    await asyncio.gather(*(work(limit) for _ in range(14)))


asyncio.run(main())
