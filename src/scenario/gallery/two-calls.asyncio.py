# variant: asyncio

import asyncio
import time


async def call_api(name, seconds):
    print(f"{name}: started")
    await asyncio.sleep(seconds)  # waiting for the answer
    print(f"{name}: finished")


async def main():
    start = time.perf_counter()
    await asyncio.gather(
        call_api("first call", 4),
        call_api("second call", 3),
    )
    print(f"total: {time.perf_counter() - start:.2f} s")


asyncio.run(main())
