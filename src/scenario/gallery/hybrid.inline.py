# title: Waiting in tasks, computing in processes
# look: One loop waits for all answers. What needs a core goes to a pool of processes, and the loop stays free.
# ask: Four pages arrive after 1 s and need 1 s of computing each, on four cores. How long?
# choice: = About 2 s
# choice: 5 s
# choice: 8 s
# try: Call crunch in the loop itself and watch the heartbeat.
# cores: 4
# select: pool
# variant: all in the loop

import asyncio
import time


def crunch(n):
    count = 0
    while count < 50_000_000:
        count = count + 1
    return n


async def page(n):
    await asyncio.sleep(1)
    return crunch(n)


async def main():
    start = time.perf_counter()
    print(await asyncio.gather(*(page(n) for n in range(4))))
    print(f"{time.perf_counter() - start:.1f} s")


asyncio.run(main())
