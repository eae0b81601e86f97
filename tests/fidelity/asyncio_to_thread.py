"""Blocking calls in threads beside the loop, with a pool of two."""
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


async def main():
    await asyncio.gather(asyncio.to_thread(time.sleep, 0.3), asyncio.sleep(0.2))
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(2) as pool:
        await asyncio.gather(*(loop.run_in_executor(pool, time.sleep, 0.15) for _ in range(5)))


asyncio.run(main())
