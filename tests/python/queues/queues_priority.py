"""Priorities, ties and a dispatcher between two queues."""
import asyncio
import dataclasses
import itertools


@dataclasses.dataclass(order=True)
class Job:
    priority: int
    name: str = dataclasses.field(compare=False)


async def main():
    queue = asyncio.PriorityQueue(3)
    for priority, name in ((3, "low"), (1, "high"), (2, "middle")):
        await queue.put(Job(priority, name))
    putter = asyncio.create_task(queue.put(Job(0, "urgent")))
    await asyncio.sleep(0)
    print(putter.done(), queue.full())
    names = [(await queue.get()).name]
    await putter
    while not queue.empty():
        names.append((await queue.get()).name)
    print(names)
    count = itertools.count()
    fair = asyncio.PriorityQueue()
    for name in ("a", "b", "c"):
        fair.put_nowait((1, next(count), name))
    print([fair.get_nowait()[2] for _ in range(3)])
    lifo = asyncio.LifoQueue(2)
    putters = [asyncio.create_task(lifo.put(n)) for n in range(4)]
    await asyncio.sleep(0)
    print([await lifo.get() for _ in range(4)], [p.done() for p in putters])


asyncio.run(main())
