"""asyncio.Semaphore: counts, fairness, cancelled waiters, the bounded kind."""
import asyncio
import re


def show(thing):
    print(re.sub("0x[0-9a-f]+", "0x", repr(thing)))


async def worker(limit, name, log):
    async with limit:
        log.append(f"+{name}")
        await asyncio.sleep(0)
        log.append(f"-{name}")


async def main():
    limit = asyncio.Semaphore(2)
    show(limit)
    log = []
    await asyncio.gather(*(worker(limit, name, log) for name in "abcde"))
    print(*log)
    for bad in (-1,):
        try:
            asyncio.Semaphore(bad)
        except ValueError as error:
            print(error)
    limit = asyncio.Semaphore(0)
    show(limit)
    waiters = [asyncio.create_task(limit.acquire()) for _ in range(3)]
    await asyncio.sleep(0)
    show(limit)
    limit.release()
    show(limit)
    print(limit.locked())
    waiters[0].cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([w.done() for w in waiters], waiters[0].cancelled())
    limit.release()
    limit.release()
    newcomer = asyncio.create_task(limit.acquire())
    print(await asyncio.gather(waiters[1], waiters[2], newcomer))
    show(limit)
    bounded = asyncio.BoundedSemaphore(1)
    async with bounded:
        print(bounded.locked())
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    show(bounded)


asyncio.run(main())
