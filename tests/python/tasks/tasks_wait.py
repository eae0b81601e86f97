"""wait: its arguments and its results."""
import asyncio


async def after(seconds, result):
    await asyncio.sleep(seconds)
    if isinstance(result, Exception):
        raise result
    return result


async def attempt(*args, **kwargs):
    try:
        done, pending = await asyncio.wait(*args, **kwargs)
        print(len(done), len(pending))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


async def main():
    coro = after(0, 1)
    await attempt([])
    await attempt([coro])
    await attempt(coro)
    coro.close()
    task = asyncio.create_task(after(0, 1))
    await attempt(task)
    await attempt([task], return_when="SOON")
    await attempt([task, task])
    await attempt({task: 1})
    await attempt(iter([task]))
    make = lambda *pairs: [asyncio.create_task(after(*p)) for p in pairs]
    tasks = make((0.03, "a"), (0.01, "b"), (0.02, ValueError("c")))
    await attempt(tasks, timeout=0)
    await attempt(tasks, return_when=asyncio.FIRST_COMPLETED)
    await attempt(tasks, timeout=0.001)
    await attempt(tasks, return_when=asyncio.FIRST_EXCEPTION)
    await attempt(tasks)
    await attempt(tasks, return_when=asyncio.FIRST_EXCEPTION)
    tasks = make((0.01, "a"), (60, "b"))
    await attempt(tasks, timeout=0.02)
    tasks[1].cancel()
    await attempt(tasks, timeout=1)
    print(tasks[1].cancelled())
    tasks = make((60, 1), (60, 2))
    waiter = asyncio.create_task(asyncio.wait(tasks))
    await asyncio.sleep(0)
    waiter.cancel()
    await attempt([waiter])
    print([t.cancelled() for t in tasks])


asyncio.run(main())
