# variant: asyncio

import asyncio
import time

import aiohttp
from aiohttp_retry import ExponentialRetry, RetryClient

PAGES = 6000
AT_ONCE = 50


async def fetch(client, limit, page):
    async with limit:
        async with client.get(f"https://api.example.com/items?page={page}") as response:
            return response.status


async def main():
    limit = asyncio.Semaphore(AT_ONCE)
    options = ExponentialRetry(attempts=5, statuses={500, 502, 504})
    async with aiohttp.ClientSession() as session:
        client = RetryClient(client_session=session, retry_options=options)
        pages = [fetch(client, limit, page) for page in range(1, PAGES + 1)]
        return await asyncio.gather(*pages)


start = time.perf_counter()
statuses = asyncio.run(main())

print(f"{statuses.count(200)} of {PAGES} pages")
print(f"{(time.perf_counter() - start) / 60:.2f} minutes")
