"""A shielded task outlives the one that waited for it."""
import asyncio


async def main():
    inner = asyncio.create_task(asyncio.sleep(0.6))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0.2)
    except TimeoutError:
        await asyncio.sleep(0.1)
    await inner


asyncio.run(main())
