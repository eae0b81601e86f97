"""Two producers and three consumers of a bounded queue."""
import asyncio


async def produce(queue):
    for n in range(9):
        await asyncio.sleep(0.03)
        await queue.put(n)


async def consume(queue):
    while True:
        await queue.get()
        await asyncio.sleep(0.1)
        queue.task_done()


async def main():
    queue = asyncio.Queue(2)
    consumers = [asyncio.create_task(consume(queue)) for _ in range(3)]
    await asyncio.gather(produce(queue), produce(queue))
    await queue.join()
    for task in consumers:
        task.cancel()


asyncio.run(main())
