# title: Two tasks at once
# look: gather runs both tasks on one thread; while one sleeps the other sleeps too, so 3 s are enough for 2 s and 3 s.
# select: gather
# variant: one by one

import asyncio
import time


async def step(name, seconds):
    await asyncio.sleep(seconds)
    print(f"{name} done")
    return seconds


async def main():
    start = time.perf_counter()
    results = [await step("short task", 2), await step("long task", 3)]
    print(results, f"{time.perf_counter() - start:.2f} s")


asyncio.run(main())
