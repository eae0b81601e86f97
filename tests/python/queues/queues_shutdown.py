"""shutdown: putters, getters and joiners learn of it."""
import asyncio


async def attempt(name, coro):
    try:
        print(name, await coro)
    except asyncio.QueueShutDown as error:
        print(name, repr(error))


async def main():
    for immediate in (False, True):
        queue = asyncio.Queue(2)
        queue.put_nowait("a")
        queue.put_nowait("b")
        tasks = [asyncio.create_task(attempt(f"put {n}", queue.put(n))) for n in range(2)]
        tasks.append(asyncio.create_task(attempt("join", queue.join())))
        await asyncio.sleep(0)
        queue.shutdown(immediate)
        print(queue)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        await attempt("put", queue.put("late"))
        await attempt("get", queue.get())
        await attempt("get", queue.get())
        await attempt("get", queue.get())
        for _ in range(2):
            try:
                queue.task_done()
            except ValueError as error:
                print(error)
        await asyncio.gather(*tasks)
        queue.shutdown()
    queue = asyncio.Queue()
    getters = [asyncio.create_task(attempt(f"getter {n}", queue.get())) for n in range(3)]
    await asyncio.sleep(0)
    queue.put_nowait("last")
    queue.shutdown()
    await asyncio.gather(*getters)
    for call in (queue.get_nowait, lambda: queue.put_nowait(1)):
        try:
            call()
        except asyncio.QueueShutDown as error:
            print(repr(error))


asyncio.run(main())
