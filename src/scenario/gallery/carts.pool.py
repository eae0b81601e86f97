# variant: gather + pool

import asyncio
import time
from multiprocessing import Pool

import aiohttp

CARTS = [1, 2, 3, 4, 5]


async def fetch(session, cart):
    async with session.get(f"https://shop{cart}.example/cart") as response:
        print(f"cart {cart}: fetched, status {response.status}")
        return cart


async def fetch_all():
    async with aiohttp.ClientSession() as session:
        return await asyncio.gather(*[fetch(session, cart) for cart in CARTS])


def price(cart):
    steps = cart * 50_000_000  # about a second of work per 50 million
    done = 0
    while done < steps:
        done = done + 1
    return f"cart {cart}: priced"


if __name__ == "__main__":
    start = time.perf_counter()
    carts = asyncio.run(fetch_all())
    fetched = time.perf_counter()
    print(f"fetching took {fetched - start:.1f} s")

    with Pool(5) as pool:
        for line in pool.map(price, carts):
            print(line)
    print(f"work took {time.perf_counter() - fetched:.1f} s")
