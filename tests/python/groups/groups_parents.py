"""Groups inside groups: who is cancelled when, and what comes out."""
import asyncio


async def fail(after, what):
    await asyncio.sleep(after)
    raise what


async def wait(name, log):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log.append(name)
        raise


async def main():
    log = []
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(wait("outer", log))
            try:
                async with asyncio.TaskGroup() as inner:
                    inner.create_task(wait("inner", log))
                    inner.create_task(fail(0.01, KeyError("k")))
            except* KeyError as e:
                log.append(repr(e.exceptions))
            outer.create_task(fail(0.01, ValueError("v")))
    except* ValueError as e:
        log.append(repr(e.exceptions))
    print(log)
    log.clear()

    async def grouped():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(wait("child", log))

    t = asyncio.create_task(grouped())
    await asyncio.sleep(0.01)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled from outside", log)
    try:
        async with asyncio.timeout(0.01):
            async with asyncio.TaskGroup() as tg:
                tg.create_task(wait("timed", log))
    except TimeoutError:
        print("timeout", log)

    async def spawner(tg, n):
        if n:
            tg.create_task(spawner(tg, n - 1))
        log.append(n)

    log.clear()
    async with asyncio.TaskGroup() as tg:
        tg.create_task(spawner(tg, 3))
    print(log)


asyncio.run(main())
