"""Tasks, futures, queues and events that are set free in one turn run in the order of their setting free."""
import asyncio

log = []


async def wait_for_event(event):
    await event.wait()
    log.append("event")


async def wait_for_queue(queue):
    log.append(f"queue {await queue.get()}")


async def wait_for_future(future):
    log.append(f"future {await future}")


async def wait_for_lock(lock):
    async with lock:
        log.append("lock")


async def main():
    loop = asyncio.get_running_loop()
    for order in ("efql", "lqfe", "qelf"):
        event, queue, lock, future = asyncio.Event(), asyncio.Queue(), asyncio.Lock(), loop.create_future()
        await lock.acquire()
        tasks = [asyncio.create_task(c) for c in (wait_for_event(event), wait_for_queue(queue), wait_for_future(future), wait_for_lock(lock))]
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        for what in order:
            if what == "e":
                event.set()
            elif what == "q":
                queue.put_nowait(1)
            elif what == "f":
                future.set_result(2)
            else:
                lock.release()
        await asyncio.gather(*tasks)
        print(order, log)
        log.clear()


asyncio.run(main())
