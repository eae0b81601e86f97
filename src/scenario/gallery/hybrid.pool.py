# variant: pool

import asyncio
import time
from concurrent.futures import ProcessPoolExecutor


def crunch(n):
    count = 0
    while count < 50_000_000:
        count = count + 1
    return n


async def page(pool, n):
    await asyncio.sleep(1)
    return await asyncio.get_running_loop().run_in_executor(pool, crunch, n)


async def main():
    start = time.perf_counter()
    with ProcessPoolExecutor(4) as pool:
        print(await asyncio.gather(*(page(pool, n) for n in range(4))))
    print(f"{time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    asyncio.run(main())
