"""asyncio.Condition: wait_for, notify of several, cancelled waiters."""
import asyncio


async def main():
    cond = asyncio.Condition()
    items = []
    log = []

    async def take(n):
        async with cond:
            await cond.wait_for(lambda: items)
            log.append((n, items.pop(0)))

    ts = [asyncio.create_task(take(n)) for n in range(4)]
    await asyncio.sleep(0)
    ts[1].cancel()
    async with cond:
        items.extend("ab")
        cond.notify(2)
    await asyncio.sleep(0.01)
    print(log, [t.done() for t in ts])
    async with cond:
        items.extend("cd")
        cond.notify_all()
    await asyncio.gather(*ts, return_exceptions=True)
    print(log, items, ts[1].cancelled())
    async with cond:
        print(await cond.wait_for(lambda: "value"))
    shared = asyncio.Lock()
    a, b = asyncio.Condition(shared), asyncio.Condition(shared)
    async with a:
        print(b.locked())
    try:
        asyncio.Condition(5)
    except AttributeError as e:
        print("AttributeError")


asyncio.run(main())
