# title: A pipeline of stages
# look: While the second stage works on one item, the first fetches the next. The slowest stage sets the pace.
# ask: Fetch takes 0.3 s and parse 0.5 s. How long do six items take in a pipeline of the two?
# choice: 4.8 s
# choice: = About 3.3 s
# choice: 1.8 s
# try: Start two parse tasks.
# variant: asyncio

import asyncio
import time


async def fetch(pages):
    for n in range(6):
        await asyncio.sleep(0.3)
        await pages.put(n)
    pages.shutdown()


async def parse(pages):
    try:
        while True:
            n = await pages.get()
            await asyncio.sleep(0.5)
            print("parsed", n)
    except asyncio.QueueShutDown:
        pass


async def main():
    pages = asyncio.Queue(maxsize=2)
    async with asyncio.TaskGroup() as group:
        group.create_task(fetch(pages), name="fetch")
        group.create_task(parse(pages), name="parse")


start = time.perf_counter()
asyncio.run(main())
print(f"{time.perf_counter() - start:.1f} s")
