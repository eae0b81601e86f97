import asyncio


async def fail(delay, exc):
    await asyncio.sleep(delay)
    raise exc


async def grow(group, n):
    print("level", n)
    await asyncio.sleep(0)
    if n:
        group.create_task(grow(group, n - 1))


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(grow(group, 3))
    print("grown")
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(fail(0.02, TypeError("outer")))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fail(0.01, ValueError("inner")))
    except ExceptionGroup as e:
        print(e.message, [type(x).__name__ for x in e.exceptions], e.exceptions[0].exceptions)
    try:
        async with asyncio.timeout(0.01):
            async with asyncio.TaskGroup() as group:
                group.create_task(asyncio.sleep(1))
    except TimeoutError:
        print("timeout around a group")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(0, SystemExit(3)))
            await asyncio.sleep(1)
    except BaseException as e:
        print(type(e).__name__, e.args)


try:
    asyncio.run(main())
except SystemExit as e:
    print("exit", e.code)
