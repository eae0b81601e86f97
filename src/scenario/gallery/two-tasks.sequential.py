# title: Two tasks at once
# look: gather runs both tasks on one thread; while one sleeps the other sleeps too, so 3 s are enough for 2 s and 3 s.
# ask: Two tasks sleep 2 s and 3 s, started by gather. How long?
# choice: 5 s
# choice: = 3 s
# choice: 2.5 s
# try: Await the first task before the second is created.
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
