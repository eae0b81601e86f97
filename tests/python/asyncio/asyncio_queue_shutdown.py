import asyncio


async def worker(q, name):
    try:
        while True:
            item = await q.get()
            print(name, "took", item)
            q.task_done()
    except asyncio.QueueShutDown as e:
        print(name, "ends", repr(e))


async def main():
    q = asyncio.Queue()
    tasks = [asyncio.create_task(worker(q, n)) for n in "ab"]
    for n in range(3):
        await q.put(n)
    await q.join()
    q.shutdown()
    await asyncio.gather(*tasks)
    for act in (lambda: q.put_nowait(1), q.get_nowait):
        try:
            act()
        except asyncio.QueueShutDown as e:
            print("refused", repr(e))
    q = asyncio.Queue(1)
    await q.put("kept")
    putter = asyncio.create_task(q.put("late"))
    await asyncio.sleep(0)
    q.shutdown()
    print(await asyncio.gather(putter, return_exceptions=True))
    print(await q.get())
    try:
        await q.get()
    except asyncio.QueueShutDown:
        print("empty and shut")
    q = asyncio.Queue()
    q.put_nowait("dropped")
    waiting = asyncio.create_task(q.join())
    await asyncio.sleep(0)
    q.shutdown(immediate=True)
    await waiting
    print(q.qsize(), str(q))


asyncio.run(main())
