# variant: asyncio

import asyncio
import time

import aiohttp

URLS = ["https://news.example/", "https://weather.example/", "https://sports.example/"]


async def fetch(session, url):
    async with session.get(url) as response:
        print(f"{url}: status {response.status}")
        return response.status


async def main():
    async with aiohttp.ClientSession() as session:
        return await asyncio.gather(*(fetch(session, url) for url in URLS))


start = time.perf_counter()
codes = asyncio.run(main())
print(codes, f"{time.perf_counter() - start:.2f} s")
