import asyncio


async def main():
    await asyncio.gather(*(asyncio.sleep(0) for _ in range(100_000)))


asyncio.run(main())
