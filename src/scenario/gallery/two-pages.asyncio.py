# title: Two pages by aiohttp
# look: Both requests are on the network at once; the program has the pages when the slower one is there.
# ask: Two pages of 1.5 s and 1 s by one session. When is the program done?
# choice: = After 1.5 s
# choice: After 2.5 s
# choice: After 1 s
# try: Limit the connector to one connection.
# host: python.example 1.5 s
# host: docs.example 1 s
# variant: asyncio

import asyncio
import time

import aiohttp


async def fetch(session, url):
    print(f"asking {url}")
    async with session.get(url) as response:
        await response.text()
        print(f"{url}: status {response.status}")


async def main():
    start = time.perf_counter()
    async with aiohttp.ClientSession() as session:
        await asyncio.gather(
            fetch(session, "https://python.example/"),
            fetch(session, "https://docs.example/"),
        )
    print(f"total: {time.perf_counter() - start:.2f} s")


asyncio.run(main())
