"""asyncio.Queue: sizes, order, errors, repr."""
import asyncio
import re


def show(thing):
    print(re.sub("0x[0-9a-f]+", "0x", repr(thing)), thing)


async def main():
    queue = asyncio.Queue(2)
    show(queue)
    print(queue.empty(), queue.full(), queue.qsize(), queue.maxsize)
    queue.put_nowait(1)
    await queue.put("two")
    show(queue)
    print(queue.empty(), queue.full(), queue.qsize())
    try:
        queue.put_nowait(3)
    except asyncio.QueueFull as error:
        print(repr(error))
    putter = asyncio.create_task(queue.put(3))
    await asyncio.sleep(0)
    show(queue)
    print(queue.get_nowait(), await queue.get())
    await putter
    print(queue.get_nowait())
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    show(queue)
    queue.put_nowait(4)
    print(await getter)
    for _ in range(4):
        queue.task_done()
    try:
        queue.task_done()
    except ValueError as error:
        print(error)
    await queue.join()
    lifo, heap = asyncio.LifoQueue(), asyncio.PriorityQueue()
    for item in (3, 1, 2):
        lifo.put_nowait(item)
        heap.put_nowait((item, str(item)))
    show(heap)
    print([lifo.get_nowait() for _ in range(3)], [heap.get_nowait()[1] for _ in range(3)])
    heap.put_nowait((1, {}))
    try:
        heap.put_nowait((1, {}))
    except TypeError as error:
        print(error)
    print(asyncio.Queue(-5).full(), asyncio.Queue(0).full(), asyncio.Queue[int])


asyncio.run(main())
