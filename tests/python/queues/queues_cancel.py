"""Cancelled getters and putters lose no item."""
import asyncio


async def main():
    queue = asyncio.Queue(1)
    first, second = asyncio.create_task(queue.get()), asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    queue.put_nowait("item")
    first.cancel()
    print(await second, first.cancelled() or first.done())
    queue.put_nowait("full")
    putters = [asyncio.create_task(queue.put(n)) for n in range(3)]
    await asyncio.sleep(0)
    putters[0].cancel()
    print(queue.get_nowait())
    putters[1].cancel()
    await asyncio.sleep(0.01)
    print([p.done() for p in putters], [p.cancelled() for p in putters], queue.qsize())
    print(queue.get_nowait(), queue.empty())
    for _ in range(3):
        try:
            await asyncio.wait_for(queue.get(), 0.01)
        except TimeoutError:
            print("nothing", queue._getters and len(queue._getters))
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    getter.cancel()
    await asyncio.wait([getter])
    queue.put_nowait("kept")
    print(queue.qsize(), await queue.get())


asyncio.run(main())
