import asyncio


async def job(name, delay, fail=None):
    try:
        await asyncio.sleep(delay)
        if fail:
            raise fail
        print("  done", name)
        return name
    except asyncio.CancelledError:
        print("  cancelled", name)
        raise


async def main():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(job("a", 0.02))
        b = group.create_task(job("b", 0.01), name="bee")
        print(b.get_name(), group)
    print(a.result(), b.result(), group)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(job("c", 0.02, ValueError("c")))
            group.create_task(job("d", 1))
            group.create_task(job("e", 0.001, KeyError("e")))
            await asyncio.sleep(1)
    except* ValueError as e:
        print("values", e.exceptions)
    except* KeyError as e:
        print("keys", e.exceptions)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(job("f", 1))
            raise RuntimeError("body")
    except ExceptionGroup as e:
        print(e.message, e.exceptions, asyncio.current_task().cancelling())

    async def whole():
        async with asyncio.TaskGroup() as group:
            group.create_task(job("g", 1))

    task = asyncio.create_task(whole())
    await asyncio.sleep(0.01)
    task.cancel("from outside")
    try:
        await task
    except asyncio.CancelledError as e:
        print("group cancelled", e.args)
    async with asyncio.TaskGroup() as group:
        child = group.create_task(job("h", 1))
        await asyncio.sleep(0)
        child.cancel()
    print("a cancelled child is no error", child.cancelled())
    for wrong in (group, asyncio.TaskGroup()):
        coro = job("late", 0)
        try:
            wrong.create_task(coro)
        except RuntimeError as e:
            print(str(e).split(" at ")[0], "...", str(e).rsplit(">", 1)[-1])


asyncio.run(main())
