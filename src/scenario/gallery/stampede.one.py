# variant: one asks

import asyncio

import aiohttp

cache = {}
requests = 0


async def download(session, url):
    global requests
    requests += 1
    async with session.get(url) as response:
        return await response.text()


async def page(session, url):
    if url not in cache:
        # The task itself is what is kept: whoever comes later waits for it.
        cache[url] = asyncio.create_task(download(session, url))
    return await cache[url]


async def main():
    async with aiohttp.ClientSession() as session:
        await asyncio.gather(*(page(session, "https://slow.example/") for _ in range(20)))
    print("requests:", requests)


asyncio.run(main())
