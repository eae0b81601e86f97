# variant: gather

import asyncio
import time


async def step(name, seconds):
    await asyncio.sleep(seconds)
    print(f"{name} done")
    return seconds


async def main():
    start = time.perf_counter()
    results = await asyncio.gather(step("short task", 2), step("long task", 3))
    print(results, f"{time.perf_counter() - start:.2f} s")


asyncio.run(main())
