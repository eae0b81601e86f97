# variant: as_completed

import asyncio
import time


async def fetch(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def main():
    start = time.perf_counter()
    for next_one in asyncio.as_completed(map(fetch, (3, 1, 2))):
        result = await next_one
        print(f"{time.perf_counter() - start:.1f} s: answer {result}")


asyncio.run(main())
