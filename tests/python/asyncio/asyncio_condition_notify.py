import asyncio

log = []


async def consumer(cond, name):
    async with cond:
        log.append(f"{name} waits")
        await cond.wait()
        log.append(f"{name} woke")
        await asyncio.sleep(0)
        log.append(f"{name} leaves")


async def main():
    cond = asyncio.Condition()
    tasks = [asyncio.create_task(consumer(cond, n)) for n in "abcd"]
    await asyncio.sleep(0.01)
    async with cond:
        print(cond.locked(), repr(cond).partition("[")[2])
        cond.notify(2)
        log.append("notified two")
    await asyncio.sleep(0.01)
    async with cond:
        cond.notify_all()
    await asyncio.gather(*tasks)
    print(*log, sep=", ")
    for act in (cond.notify, cond.notify_all, cond.release):
        try:
            act()
        except RuntimeError as e:
            print(e)
    try:
        await cond.wait()
    except RuntimeError as e:
        print(e)
    value = 0

    async def until(n):
        async with cond:
            print("until", n, await cond.wait_for(lambda: value >= n and value * 10))

    tasks = [asyncio.create_task(until(n)) for n in (2, 1, 3)]
    for value in (1, 2, 3):
        await asyncio.sleep(0)
        async with cond:
            cond.notify_all()
        await asyncio.sleep(0.001)
    await asyncio.gather(*tasks)
    task = asyncio.create_task(consumer(cond, "z"))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", cond.locked())
    lock = asyncio.Lock()
    shared = asyncio.Condition(lock)
    async with lock:
        print(shared.locked())


asyncio.run(main())
