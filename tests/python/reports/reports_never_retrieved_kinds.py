"""Failures that are asked for in time, in every way there is."""
import asyncio


async def bad(n):
    raise ValueError(n)


async def main():
    task = asyncio.create_task(bad(1))
    await asyncio.wait([task])
    task.exception()
    task = asyncio.create_task(bad(2))
    try:
        await task
    except ValueError:
        pass
    task = asyncio.create_task(bad(3))
    task.add_done_callback(lambda t: t.exception())
    await asyncio.sleep(0.001)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(bad(4))
            group.create_task(bad(5))
    except* ValueError:
        pass
    for next_one in asyncio.as_completed([bad(6), bad(7)]):
        try:
            await next_one
        except ValueError:
            pass
    await asyncio.gather(bad(8), return_exceptions=True)
    task = asyncio.create_task(bad(9))
    await asyncio.wait([task], return_when=asyncio.FIRST_EXCEPTION)
    task = None
    print("only nine is to report")


asyncio.run(main())
raise SystemExit(8)
