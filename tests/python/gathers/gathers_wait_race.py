"""The first of several wins, and the losers are cancelled."""
import asyncio


async def runner(name, seconds):
    try:
        await asyncio.sleep(seconds)
        print(name, "arrives")
        return name
    except asyncio.CancelledError:
        print(name, "is stopped")
        raise


async def race(*pairs):
    tasks = [asyncio.create_task(runner(*p), name=p[0]) for p in pairs]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        if task in pending:
            task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    return sorted(t.result() for t in done), sorted(t.get_name() for t in pending), [t.cancelled() for t in tasks]


async def main():
    print(await race(("a", 0.03), ("b", 0.01), ("c", 0.05)))
    print(await race(("d", 0.01), ("e", 0.01), ("f", 0.03)))
    print(await race(("g", 0)))
    done, pending = await asyncio.wait({asyncio.create_task(runner("h", 0.01)), asyncio.create_task(runner("i", 0.03))}, timeout=0.02)
    print(len(done), len(pending))
    for task in pending:
        task.cancel()
    await asyncio.wait(pending)


asyncio.run(main())
