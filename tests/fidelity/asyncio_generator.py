"""An asynchronous generator that produces while its consumer sleeps."""
import asyncio


async def ticks(n):
    for i in range(n):
        await asyncio.sleep(0.06)
        yield i


async def main():
    async for i in ticks(6):
        await asyncio.sleep(0.04)


asyncio.run(main())
