"""A time limit that is moved while it runs."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    begin = loop.time()
    passed = lambda: round(loop.time() - begin, 2)
    async with asyncio.timeout(0.02) as limit:
        limit.reschedule(loop.time() + 0.1)
        await asyncio.sleep(0.05)
    print(limit.expired())
    begin = loop.time()
    try:
        async with asyncio.timeout(5) as limit:
            limit.reschedule(loop.time() + 0.05)
            await asyncio.sleep(5)
    except TimeoutError:
        print(passed())
    begin = loop.time()
    try:
        async with asyncio.timeout(None) as limit:
            await asyncio.sleep(0.02)
            limit.reschedule(loop.time() - 1)
            print("still", limit.expired())
            await asyncio.sleep(0)
            print("not reached?")
            await asyncio.sleep(0)
    except TimeoutError:
        print(passed(), limit.expired())

    async def beat(limit, event):
        for _ in range(4):
            await asyncio.sleep(0.02)
            limit.reschedule(loop.time() + 0.05)
        event.set()

    event = asyncio.Event()
    async with asyncio.timeout(0.05) as limit:
        task = asyncio.create_task(beat(limit, event))
        await event.wait()
    await task
    print(event.is_set())


asyncio.run(main())
