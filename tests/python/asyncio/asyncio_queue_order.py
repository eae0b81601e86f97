import asyncio

log = []


async def put(q, *items):
    for item in items:
        await q.put(item)
        log.append(f"put {item}")


async def get(q, name, n):
    for _ in range(n):
        item = await q.get()
        log.append(f"{name} got {item}")
        q.task_done()


async def main():
    q = asyncio.Queue(2)
    await asyncio.gather(put(q, 1, 2, 3, 4), get(q, "a", 2), get(q, "b", 2))
    print(*log, sep=", ")
    await q.join()
    for act in (q.task_done, q.get_nowait):
        try:
            act()
        except (ValueError, asyncio.QueueEmpty) as e:
            print(type(e).__name__, e)
    q.put_nowait("x")
    q.put_nowait("y")
    print(q.full(), q.qsize(), q.empty(), q.maxsize, str(q))
    try:
        q.put_nowait("z")
    except asyncio.QueueFull as e:
        print("full", repr(e))
    blocked = asyncio.create_task(q.put("w"))
    await asyncio.sleep(0)
    print(str(q))
    blocked.cancel()
    await asyncio.gather(blocked, return_exceptions=True)
    print(q.get_nowait(), q.get_nowait(), q.qsize())
    log.clear()
    getters = [asyncio.create_task(get(q, n, 1)) for n in "pqr"]
    await asyncio.sleep(0)
    print(str(q))
    getters[0].cancel()
    await put(q, "one", "two")
    await asyncio.gather(*getters, return_exceptions=True)
    print(*log, sep=", ")
    for kind, items in ((asyncio.LifoQueue, "abc"), (asyncio.PriorityQueue, [(2, "b"), (1, "a"), (3, "c")])):
        q = kind()
        for item in items:
            q.put_nowait(item)
        print([q.get_nowait() for _ in range(3)])
    joined = asyncio.create_task(q.join())
    await asyncio.sleep(0)
    for left in (2, 1, 0):
        print(joined.done(), end=" ")
        q.task_done()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    print(joined.done())


asyncio.run(main())
