"""asyncio.Lock: states, misuse, fairness, cancellation of waiters."""
import asyncio
import re


def show(thing):
    print(re.sub("0x[0-9a-f]+", "0x", repr(thing)))


async def worker(lock, name):
    for n in range(2):
        async with lock:
            print(name, n)
            await asyncio.sleep(0)


async def main():
    lock = asyncio.Lock()
    show(lock)
    print(await lock.acquire(), lock.locked())
    show(lock)
    lock.release()
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    await asyncio.gather(*(worker(lock, name) for name in "abc"))
    await lock.acquire()
    waiters = [asyncio.create_task(lock.acquire()) for _ in range(3)]
    await asyncio.sleep(0)
    show(lock)
    waiters[0].cancel()
    await asyncio.sleep(0)
    lock.release()
    print(lock.locked())
    late = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([w.done() for w in waiters], late.done(), lock.locked())
    lock.release()
    waiters[2].cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([w.cancelled() for w in waiters], late.done(), lock.locked())
    await late
    lock.release()
    show(lock)
    try:
        with lock:
            pass
    except TypeError as error:
        print(error)
    async with lock as nothing:
        print(nothing)


asyncio.run(main())
