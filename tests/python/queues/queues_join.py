"""join waits for task_done of all that was put."""
import asyncio


async def worker(queue, name):
    while True:
        item = await queue.get()
        await asyncio.sleep(0.01 * item)
        print(name, item)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    workers = [asyncio.create_task(worker(queue, name)) for name in "ab"]
    for item in (3, 1, 1, 2):
        queue.put_nowait(item)
    joiners = [asyncio.create_task(queue.join()) for _ in range(2)]
    await asyncio.sleep(0)
    print([j.done() for j in joiners], queue)
    await queue.join()
    print("joined", queue)
    await asyncio.gather(*joiners)
    queue.put_nowait(1)
    joiner = asyncio.create_task(queue.join())
    await asyncio.sleep(0)
    print(joiner.done())
    await joiner
    for w in workers:
        w.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True))


asyncio.run(main())
