"""Getters and putters take turns in the order in which they came."""
import asyncio

log = []


async def getter(queue, name, n):
    for _ in range(n):
        log.append((name, await queue.get()))


async def putter(queue, name, n):
    for i in range(n):
        await queue.put(f"{name}{i}")


async def main():
    for size in (0, 1, 2):
        queue = asyncio.Queue(size)
        await asyncio.gather(getter(queue, "x", 3), getter(queue, "y", 3), putter(queue, "a", 3), putter(queue, "b", 3))
        print(size, *("".join(p) for p in log))
        log.clear()
    queue = asyncio.Queue(1)
    await asyncio.gather(putter(queue, "a", 3), putter(queue, "b", 3), getter(queue, "x", 3), getter(queue, "y", 3))
    print(*("".join(p) for p in log))
    log.clear()
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(queue, name, 1)) for name in "pqr"]
    await asyncio.sleep(0)
    queue.put_nowait("1")
    log.append(("main", queue.get_nowait()))
    await asyncio.sleep(0)
    for item in "234":
        queue.put_nowait(item)
    await asyncio.gather(*tasks)
    print(log)


asyncio.run(main())
