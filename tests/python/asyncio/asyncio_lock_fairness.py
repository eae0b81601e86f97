import asyncio

log = []


async def user(lock, name, turns=1):
    for _ in range(turns):
        async with lock:
            log.append(f"+{name}")
            await asyncio.sleep(0)
            log.append(f"-{name}")


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*[user(lock, n, 2) for n in "abc"])
    print(*log)
    print(await lock.acquire(), lock.locked(), repr(lock).partition("[")[2])
    waiting = [asyncio.create_task(user(lock, n), name=n) for n in "xyz"]
    await asyncio.sleep(0)
    print(repr(lock).partition("[")[2])
    waiting[0].cancel()
    log.clear()
    lock.release()
    print(lock.locked())
    late = asyncio.create_task(user(lock, "late"))
    await asyncio.gather(*waiting, late, return_exceptions=True)
    print(*log)
    await lock.acquire()
    t = [asyncio.create_task(user(lock, n)) for n in "pq"]
    await asyncio.sleep(0)
    lock.release()
    t[0].cancel()
    log.clear()
    print(await asyncio.gather(*t, return_exceptions=True), *log)
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    try:
        with lock:
            pass
    except TypeError as e:
        print(str(e).split(" (")[0])
    async with lock as got:
        print(got, lock.locked())
        try:
            async with lock:
                print("never")
        except BaseException as e:
            print(type(e))


async def both():
    try:
        await asyncio.wait_for(main(), 0.5)
    except TimeoutError:
        print("the lock cannot be taken twice")


asyncio.run(both())
