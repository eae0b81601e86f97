# title: Everyone misses the cache
# look: Twenty tasks find the cache empty at the same moment and all ask the slow server. With one request in flight the others wait for its result.
# ask: Twenty tasks need the same page, which takes 1 s. How many requests are sent without any care?
# choice: 1
# choice: = 20
# choice: 2
# try: Let the entry expire after 0.5 s.
# host: slow.example 1 s
# select: everyone asks
# variant: everyone asks

import asyncio

import aiohttp

cache = {}
requests = 0


async def page(session, url):
    global requests
    if url not in cache:
        requests += 1
        async with session.get(url) as response:
            cache[url] = await response.text()
    return cache[url]


async def main():
    async with aiohttp.ClientSession() as session:
        await asyncio.gather(*(page(session, "https://slow.example/") for _ in range(20)))
    print("requests:", requests)


asyncio.run(main())
