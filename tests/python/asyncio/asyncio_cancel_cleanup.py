import asyncio


async def careful(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name, "cleans up")
        await asyncio.sleep(0.01)
        print(name, "is clean")


async def replaced():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise LookupError("instead")


async def ignored():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        pass
    return "survived"


async def interrupted():
    try:
        await asyncio.sleep(10)
    finally:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("cancelled while cleaning up")
            raise


async def main():
    tasks = [asyncio.create_task(c) for c in (careful("a"), replaced(), ignored(), interrupted())]
    await asyncio.sleep(0)
    for t in tasks:
        t.cancel()
    await asyncio.sleep(0)
    tasks[3].cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    for t, r in zip(tasks, results):
        print(repr(r), t.cancelled(), t.cancelling())
    finished = asyncio.create_task(ignored())
    await asyncio.sleep(0)
    finished.cancel()
    print(await finished, finished.cancelled())

    async def ends_at_once():
        asyncio.current_task().cancel()
        return "value"

    task = asyncio.create_task(ends_at_once())
    try:
        print(await task)
    except asyncio.CancelledError:
        print("cancelled at its end", task.cancelled())


async def left():
    asyncio.create_task(careful("left behind"))
    await asyncio.sleep(0)
    print("main ends")


asyncio.run(main())
asyncio.run(left())
