# title: Giving up after a while
# look: The timeout cancels the task in the middle of its wait. CancelledError travels through it, so its finally still runs.
# ask: A wait of 10 s under a timeout of 1 s, with a finally that takes 0.2 s. When does the program end?
# choice: After 1 s
# choice: = After 1.2 s
# choice: After 10 s
# try: Catch CancelledError in download and do not raise it again.
# variant: asyncio

import asyncio
import time


async def download():
    try:
        await asyncio.sleep(10)
    finally:
        print("closing the file")
        await asyncio.sleep(0.2)


async def main():
    try:
        async with asyncio.timeout(1):
            await download()
    except TimeoutError:
        print("gave up")


start = time.perf_counter()
asyncio.run(main())
print(f"{time.perf_counter() - start:.1f} s")
