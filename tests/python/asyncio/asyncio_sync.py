import asyncio


async def main():
    lock = asyncio.Lock()
    log = []

    async def critical(name):
        async with lock:
            log.append(f"{name}+")
            await asyncio.sleep(0.01)
            log.append(f"{name}-")

    await asyncio.gather(*(critical(n) for n in "abc"))
    print(log, lock.locked())
    semaphore = asyncio.Semaphore(2)
    running, peak = 0, 0

    async def limited():
        nonlocal running, peak
        async with semaphore:
            running += 1
            peak = max(peak, running)
            await asyncio.sleep(0.01)
            running -= 1

    await asyncio.gather(*(limited() for _ in range(7)))
    print(peak, semaphore.locked())
    event = asyncio.Event()

    async def waiter(n):
        await event.wait()
        return n

    tasks = [asyncio.create_task(waiter(n)) for n in range(3)]
    await asyncio.sleep(0)
    print(event.is_set(), [t.done() for t in tasks])
    event.set()
    print(await asyncio.gather(*tasks))
    queue = asyncio.Queue(maxsize=2)

    async def producer():
        for n in range(4):
            await queue.put(n)
            print("put", n, queue.qsize())
        await queue.put(None)

    async def consumer():
        while (item := await queue.get()) is not None:
            print("got", item)
            await asyncio.sleep(0.01)
            queue.task_done()

    await asyncio.gather(producer(), consumer())
    print(queue.empty(), queue.full())
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))
    condition = asyncio.Condition()
    items = []

    async def take():
        async with condition:
            await condition.wait_for(lambda: items)
            return items.pop()

    taker = asyncio.create_task(take())
    await asyncio.sleep(0)
    async with condition:
        items.append("x")
        condition.notify_all()
    print(await taker)
    heap = asyncio.PriorityQueue()
    for n in (3, 1, 2):
        heap.put_nowait(n)
    print([await heap.get() for _ in range(3)])
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.01, future.set_result, "later")
    print(future.done(), await future)
    asyncio.get_running_loop().call_soon(print, "soon")
    print("before")
    await asyncio.sleep(0)
    jobs = asyncio.Queue()

    async def worker(name):
        while True:
            n = await jobs.get()
            await asyncio.sleep(0.01)
            log.append(n)
            jobs.task_done()

    log.clear()
    workers = [asyncio.create_task(worker(n)) for n in range(2)]
    for n in range(5):
        jobs.put_nowait(n)
    await jobs.join()
    for w in workers:
        w.cancel()
    print(log, await asyncio.gather(*workers, return_exceptions=True))


asyncio.run(main())
