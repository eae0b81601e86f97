"""A thousand tasks of up to a second."""
import asyncio


async def main():
    await asyncio.gather(*(asyncio.sleep(n / 1000) for n in range(1000)))


asyncio.run(main())
