import asyncio
import random


async def main():
    random.seed(1)
    await asyncio.gather(*(asyncio.sleep(random.random()) for _ in range(10_000)))


asyncio.run(main())
