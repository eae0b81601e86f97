# variant: TaskGroup

import asyncio


async def work(name, seconds, fails=False):
    try:
        await asyncio.sleep(seconds)
        if fails:
            raise ValueError(f"{name} failed")
        print(name, "done")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("a", 1))
            group.create_task(work("b", 0.5, fails=True))
            group.create_task(work("c", 2))
    except* ValueError as e:
        print("main:", *e.exceptions)


asyncio.run(main())
