import asyncio

log = []


async def user(sem, name, hold=1):
    async with sem:
        log.append(f"+{name}")
        for _ in range(hold):
            await asyncio.sleep(0)
        log.append(f"-{name}")


async def main():
    sem = asyncio.Semaphore(2)
    await asyncio.gather(*[user(sem, n, h) for n, h in zip("abcde", (3, 1, 1, 2, 1))])
    print(*log)
    print(sem.locked(), repr(sem).partition("[")[2])
    log.clear()
    await sem.acquire()
    print(await sem.acquire(), sem.locked(), repr(sem).partition("[")[2])
    tasks = [asyncio.create_task(user(sem, n)) for n in "wxyz"]
    await asyncio.sleep(0)
    print(repr(sem).partition("[")[2])
    tasks[0].cancel()
    sem.release()
    late = asyncio.create_task(user(sem, "late"))
    sem.release()
    await asyncio.gather(*tasks, late, return_exceptions=True)
    print(*log)
    log.clear()
    zero = asyncio.Semaphore(0)
    a, b = [asyncio.create_task(user(zero, n)) for n in "ab"]
    await asyncio.sleep(0)
    zero.release()
    a.cancel()
    print(await asyncio.gather(a, b, return_exceptions=True), *log, repr(zero).partition("[")[2])
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)
    bounded = asyncio.BoundedSemaphore(1)
    async with bounded:
        print(repr(bounded).partition("[")[2])
    try:
        bounded.release()
    except ValueError as e:
        print(e)


asyncio.run(main())
