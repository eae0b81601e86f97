import asyncio


async def job(n, fail=False):
    await asyncio.sleep(n / 50)
    if fail:
        raise ValueError(f"job {n}")
    return n


async def cancellable():
    try:
        print("working")
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled inside")
        raise
    finally:
        print("cleanup")


async def main():
    task = asyncio.create_task(cancellable(), name="slow one")
    await asyncio.sleep(0.01)
    print(task.get_name(), task.cancel(), task.cancelled())
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled outside", task.cancelled(), task.done())
    print(await asyncio.gather(job(1), job(2, True), job(3), return_exceptions=True))
    try:
        await asyncio.gather(job(3), job(1, True))
    except ValueError as error:
        print("gather raised", error)
    try:
        await asyncio.wait_for(job(50), timeout=0.05)
    except asyncio.TimeoutError as error:
        print("timed out", repr(error), asyncio.TimeoutError is TimeoutError)
    print(await asyncio.wait_for(job(1), 1))
    for future in asyncio.as_completed([job(3), job(1), job(2)]):
        print(await future, end=" ")
    print()
    done, pending = await asyncio.wait([asyncio.create_task(job(n)) for n in (1, 5)], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), [t.result() for t in done])
    for t in pending:
        t.cancel()
    failing = asyncio.create_task(job(1, True))
    await asyncio.wait([failing])
    print(repr(failing.exception()))
    try:
        async with asyncio.timeout(0.02):
            await asyncio.sleep(1)
    except TimeoutError:
        print("timeout block")
    try:
        async with asyncio.TaskGroup() as group:
            a = group.create_task(job(1))
            b = group.create_task(job(2))
        print(a.result() + b.result())
        async with asyncio.TaskGroup() as group:
            group.create_task(cancellable())
            group.create_task(job(1, True))
    except* ValueError as errors:
        print("group", [str(e) for e in errors.exceptions])
    print(asyncio.current_task() in asyncio.all_tasks(), len(asyncio.all_tasks()))
    shielded = asyncio.create_task(job(2))
    try:
        await asyncio.wait_for(asyncio.shield(shielded), 0.01)
    except TimeoutError:
        print("shielded", shielded.cancelled(), await shielded)
    print(await asyncio.to_thread(lambda: "from thread"))
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, sum, [1, 2, 3]))


asyncio.run(main())
