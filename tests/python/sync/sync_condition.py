"""asyncio.Condition: notify, wait_for, cancellation while waiting for the lock."""
import asyncio
import re


def show(thing):
    print(re.sub("0x[0-9a-f]+", "0x", repr(thing)))


async def waiter(condition, name):
    async with condition:
        try:
            print(name, await condition.wait())
        except asyncio.CancelledError:
            print(name, "cancelled", condition.locked())
            raise


async def main():
    condition = asyncio.Condition()
    for call in (condition.notify, condition.notify_all, condition.release):
        try:
            call()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)
    tasks = [asyncio.create_task(waiter(condition, n)) for n in range(5)]
    await asyncio.sleep(0)
    show(condition)
    async with condition:
        condition.notify(2)
        show(condition)
    await asyncio.sleep(0.01)
    tasks[2].cancel()
    await asyncio.sleep(0.01)
    async with condition:
        condition.notify(0)
        condition.notify(-1)
        condition.notify()
        await asyncio.sleep(0.01)
        tasks[3].cancel()
        await asyncio.sleep(0.01)
        print("still inside", tasks[3].done())
    await asyncio.sleep(0.01)
    print([t.done() for t in tasks])
    async with condition:
        condition.notify_all()
    print(await asyncio.gather(*tasks, return_exceptions=True))
    value = 0

    async def watcher():
        async with condition:
            print("got", await condition.wait_for(lambda: value >= 3 and f"value {value}"))

    task = asyncio.create_task(watcher())
    while not task.done():
        await asyncio.sleep(0)
        async with condition:
            value += 1
            condition.notify_all()
    print(value)
    lock = asyncio.Lock()
    shared = asyncio.Condition(lock)
    async with lock:
        print(shared.locked())
    show(shared)


asyncio.run(main())
