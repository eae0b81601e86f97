# title: The first answer first
# look: gather hands over everything at the end, in the order of asking. as_completed hands over each answer when it is there.
# ask: Answers take 3, 1 and 2 s. When can the first result be shown with as_completed?
# choice: = After 1 s
# choice: After 3 s
# choice: At once
# try: Stop after the first answer and cancel the rest.
# select: as_completed
# variant: gather

import asyncio
import time


async def fetch(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def main():
    start = time.perf_counter()
    for result in await asyncio.gather(*map(fetch, (3, 1, 2))):
        print(f"{time.perf_counter() - start:.1f} s: answer {result}")


asyncio.run(main())
