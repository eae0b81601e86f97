"""A thread that produces for tasks, and tasks that produce for a thread."""
import asyncio
import queue
import threading


def produce(loop, target, count):
    for n in range(count):
        asyncio.run_coroutine_threadsafe(target.put(n), loop).result()
    asyncio.run_coroutine_threadsafe(target.put(None), loop).result()


def consume(source, results):
    while (item := source.get()) is not None:
        results.append(item * item)


async def main():
    loop = asyncio.get_running_loop()
    into, out, results = asyncio.Queue(2), queue.Queue(), []
    threads = [threading.Thread(target=produce, args=(loop, into, 6)), threading.Thread(target=consume, args=(out, results))]
    for thread in threads:
        thread.start()
    while (item := await into.get()) is not None:
        await asyncio.sleep(0.002)
        out.put(item)
    out.put(None)
    for thread in threads:
        await asyncio.to_thread(thread.join)
    print(results, into.empty())


asyncio.run(main())
