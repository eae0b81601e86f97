"""Locks and their like that are waited for with a time limit."""
import asyncio


async def attempt(name, coro, seconds=0.01):
    try:
        print(name, await asyncio.wait_for(coro, seconds))
    except TimeoutError:
        print(name, "late")


async def main():
    lock, semaphore, event = asyncio.Lock(), asyncio.Semaphore(1), asyncio.Event()
    condition, barrier, queue = asyncio.Condition(), asyncio.Barrier(2), asyncio.Queue(1)
    await attempt("lock", lock.acquire())
    await attempt("lock again", lock.acquire())
    lock.release()
    await attempt("lock free", lock.acquire())
    await attempt("semaphore", semaphore.acquire())
    await attempt("semaphore again", semaphore.acquire())
    semaphore.release()
    print(semaphore.locked())
    await attempt("event", event.wait())
    async with condition:
        await attempt("condition", condition.wait())
        print(condition.locked())
    await attempt("barrier", barrier.wait())
    print(barrier.n_waiting, barrier.broken)
    await attempt("put", queue.put(1))
    await attempt("put again", queue.put(2))
    await attempt("get", queue.get())
    await attempt("get again", queue.get())
    print(queue.qsize())
    await attempt("join", queue.join())
    queue.task_done()
    await attempt("join after", queue.join())


asyncio.run(main())
