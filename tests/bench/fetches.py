import asyncio
import aiohttp


async def fetch(session, limit, n):
    async with limit:
        async with session.get(f"https://example.com/{n}") as response:
            return len(await response.text())


async def main():
    limit = asyncio.Semaphore(50)
    async with aiohttp.ClientSession() as session:
        print(sum(await asyncio.gather(*(fetch(session, limit, n) for n in range(6000)))))


asyncio.run(main())
