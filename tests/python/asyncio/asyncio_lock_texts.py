"""asyncio's locks: errors, reprs, misuse."""
import asyncio
import re

clean = lambda o: re.sub(r"0x[0-9a-f]+", "0x", repr(o))


async def main():
    lock, event, cond = asyncio.Lock(), asyncio.Event(), asyncio.Condition()
    sem, bsem, bar = asyncio.Semaphore(2), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    for o in (lock, event, cond, sem, bsem, bar):
        print(clean(o))
    for call in (lock.release, cond.notify, cond.notify_all, bsem.release, lambda: asyncio.Semaphore(-1), lambda: asyncio.Barrier(0), lambda: asyncio.Lock().__enter__()):
        try:
            call()
        except Exception as e:
            print(type(e).__name__, e)
    try:
        await cond.wait()
    except RuntimeError as e:
        print(e)
    try:
        with lock:
            pass
    except TypeError as e:
        print(e)
    async with lock:
        t = asyncio.create_task(lock.acquire())
        await asyncio.sleep(0)
        print(clean(lock))
    print(clean(lock), lock.locked())
    await t
    lock.release()
    w = [asyncio.create_task(event.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    print(clean(event))
    event.set()
    print([await x for x in w], clean(event))
    await sem.acquire()
    await sem.acquire()
    s = asyncio.create_task(sem.acquire())
    await asyncio.sleep(0)
    print(clean(sem), sem.locked())
    s.cancel()
    sem.release()
    print(clean(sem))
    b = asyncio.create_task(bar.wait())
    await asyncio.sleep(0)
    print(clean(bar), bar.n_waiting)
    await bar.abort()
    try:
        await b
    except asyncio.BrokenBarrierError as e:
        print(type(e).__name__, e)
    print(clean(bar), bar.broken)
    async with cond:
        print(clean(cond), cond.locked())
        try:
            await asyncio.wait_for(cond.wait(), 0.01)
        except TimeoutError as e:
            print("timeout", cond.locked())


asyncio.run(main())
