"""A call that blocks the loop delays everything else."""
import asyncio
import time


async def block():
    for _ in range(3):
        await asyncio.sleep(0.05)
        time.sleep(0.15)


async def main():
    await asyncio.gather(block(), asyncio.sleep(0.1), asyncio.sleep(0.45))


asyncio.run(main())
