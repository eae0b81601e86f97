"""Three coroutines side by side, then one after the other."""
import asyncio


async def main():
    await asyncio.gather(*(asyncio.sleep(s) for s in (0.1, 0.3, 0.2)))
    for s in (0.1, 0.2):
        await asyncio.sleep(s)


asyncio.run(main())
