"""Five philosophers with asyncio locks, in the order that cannot lock up."""
import asyncio


async def dine(n, forks, log):
    first, second = sorted((n, (n + 1) % 5))
    for _ in range(2):
        async with forks[first], forks[second]:
            log.append(n)
            await asyncio.sleep(0.01)
        await asyncio.sleep(0)


async def main():
    forks, log = [asyncio.Lock() for _ in range(5)], []
    await asyncio.gather(*(dine(n, forks, log) for n in range(5)))
    print(sorted(log), log[:2])
    print([fork.locked() for fork in forks])


asyncio.run(main())
