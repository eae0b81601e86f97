"""Nested time limits, one moved while it runs."""
import asyncio


async def main():
    try:
        async with asyncio.timeout(0.5):
            try:
                async with asyncio.timeout(0.2):
                    await asyncio.sleep(9)
            except TimeoutError:
                pass
            await asyncio.sleep(9)
    except TimeoutError:
        pass
    async with asyncio.timeout(0.1) as limit:
        limit.reschedule(asyncio.get_running_loop().time() + 0.6)
        await asyncio.sleep(0.4)


asyncio.run(main())
