import asyncio


async def step(n):
    total = 0
    for _ in range(10):
        await asyncio.sleep(0)
        total += n
    return total


async def main():
    results = await asyncio.gather(*(step(n) for n in range(5_000)))
    print(sum(results))


asyncio.run(main())
