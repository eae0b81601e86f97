"""wait_for that gives up, and that does not."""
import asyncio


async def main():
    for limit in (0.1, 0.25, 1):
        try:
            await asyncio.wait_for(asyncio.sleep(0.4), limit)
        except TimeoutError:
            pass


asyncio.run(main())
