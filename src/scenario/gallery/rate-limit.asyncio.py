# title: No more than five a second
# look: The limiter lets a request begin every 0.2 s. The waits for the answers still overlap.
# ask: Ten requests of 1 s, at most five a second. How long?
# choice: 2 s
# choice: = 2.8 s
# choice: 10 s
# try: Allow bursts: let the first five begin at once.
# host: api.example 1 s
# variant: asyncio

import asyncio
import time

import aiohttp


class Limiter:
    def __init__(self, per_second):
        self.gap = 1 / per_second
        self.next = 0.0

    async def wait(self):
        now = time.monotonic()
        begin = max(now, self.next)
        self.next = begin + self.gap
        await asyncio.sleep(begin - now)


async def fetch(session, limiter, n):
    await limiter.wait()
    async with session.get(f"https://api.example/item/{n}") as response:
        return response.status


async def main():
    limiter = Limiter(per_second=5)
    async with aiohttp.ClientSession() as session:
        codes = await asyncio.gather(*(fetch(session, limiter, n) for n in range(10)))
    print(codes)


start = time.perf_counter()
asyncio.run(main())
print(f"{time.perf_counter() - start:.1f} s")
