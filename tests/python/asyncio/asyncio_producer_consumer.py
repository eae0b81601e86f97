import asyncio


async def producer(q, name, n):
    for i in range(n):
        await q.put((name, i))
        await asyncio.sleep(0)


async def consumer(q, name, seen):
    while True:
        item = await q.get()
        try:
            if item is None:
                return name
            seen.append((name, *item))
            await asyncio.sleep(0)
        finally:
            q.task_done()


async def main():
    q, seen = asyncio.Queue(maxsize=2), []
    consumers = [asyncio.create_task(consumer(q, c, seen)) for c in "xy"]
    async with asyncio.TaskGroup() as group:
        for name in "ab":
            group.create_task(producer(q, name, 3))
    await q.join()
    for _ in consumers:
        await q.put(None)
    print(await asyncio.gather(*consumers))
    print(*("".join(map(str, s)) for s in seen))
    stop = asyncio.Event()
    ticks = []

    async def ticker():
        while not stop.is_set():
            ticks.append(len(ticks))
            try:
                await asyncio.wait_for(stop.wait(), 0.01)
            except TimeoutError:
                pass

    task = asyncio.create_task(ticker())
    await asyncio.sleep(0.035)
    stop.set()
    await task
    print(len(ticks) in (3, 4), task.done())
    limit, running, most = asyncio.Semaphore(3), 0, 0

    async def limited():
        nonlocal running, most
        async with limit:
            running += 1
            most = max(most, running)
            await asyncio.sleep(0.001)
            running -= 1

    await asyncio.gather(*[limited() for _ in range(10)])
    print(most, running)


asyncio.run(main())
