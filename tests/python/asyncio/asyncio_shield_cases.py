import asyncio


async def job(delay, fail=False):
    await asyncio.sleep(delay)
    if fail:
        raise OSError("inner")
    print("  job finished")
    return 42


async def main():
    inner = asyncio.create_task(job(0.02))
    waiter = asyncio.create_task(asyncio.wait_for(asyncio.shield(inner), 0.01))
    try:
        await waiter
    except TimeoutError:
        print("timed out", inner.done())
    print(await inner)
    outer = asyncio.shield(job(0.01))
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("outer cancelled")
    await asyncio.sleep(0.02)
    inner = asyncio.create_task(job(1))
    outer = asyncio.shield(inner)
    inner.cancel("why")
    try:
        await outer
    except asyncio.CancelledError as e:
        print("inner cancelled", e.args, outer.cancelled())
    try:
        await asyncio.shield(job(0, True))
    except OSError as e:
        print("error", e)
    done = asyncio.create_task(job(0))
    await done
    print(asyncio.shield(done) is done)
    inner = asyncio.create_task(job(0.01))

    async def guarded():
        try:
            await asyncio.shield(inner)
        except asyncio.CancelledError:
            print("guard cancelled; waits for the job")
            return await inner

    task = asyncio.create_task(guarded())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled(), task.cancelling())


asyncio.run(main())
