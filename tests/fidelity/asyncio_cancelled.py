"""Cancelled tasks that clean up for a while, at the end of run too."""
import asyncio


async def work(seconds):
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(seconds)


async def main():
    first, second = asyncio.create_task(work(0.25)), asyncio.create_task(work(0.3))
    await asyncio.sleep(0.2)
    first.cancel()
    await asyncio.gather(first, return_exceptions=True)
    assert not second.done()


asyncio.run(main())
