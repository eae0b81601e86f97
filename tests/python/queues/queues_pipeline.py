"""Stages joined by queues, closed one after the other by a mark."""
import asyncio

END = object()


async def stage(name, source, target, seconds, change):
    while (item := await source.get()) is not END:
        await asyncio.sleep(seconds)
        await target.put(change(item))
    print(name, "ends")
    await target.put(END)


async def main():
    loop = asyncio.get_running_loop()
    begin = loop.time()
    a, b, c = asyncio.Queue(2), asyncio.Queue(2), asyncio.Queue()
    stages = [
        asyncio.create_task(stage("double", a, b, 0.01, lambda n: n * 2)),
        asyncio.create_task(stage("text", b, c, 0.02, lambda n: f"<{n}>")),
    ]
    for n in range(6):
        await a.put(n)
    await a.put(END)
    results = []
    while (item := await c.get()) is not END:
        results.append(item)
    await asyncio.gather(*stages)
    print(results, 0.12 <= loop.time() - begin < 0.19)


asyncio.run(main())
