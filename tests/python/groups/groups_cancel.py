"""Cancelling the task that holds a task group."""
import asyncio


async def nap(name, cleanup=0):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(name, "cancelled", error.args)
        await asyncio.sleep(cleanup)
        print(name, "cleaned")
        raise


async def hold(*children, body=None):
    try:
        async with asyncio.TaskGroup() as group:
            for child in children:
                group.create_task(child)
            if body:
                await body()
    except BaseException as error:
        print("holder", type(error).__name__, error.args, asyncio.current_task().cancelling())
        raise
    return "held"


async def fail():
    try:
        await asyncio.sleep(10)
    finally:
        raise ValueError("while cancelled")


async def main():
    for make in (lambda: hold(nap("a"), nap("b", 0.01)), lambda: hold(nap("c"), body=lambda: nap("body")), lambda: hold(fail(), nap("d"))):
        task = asyncio.create_task(make())
        await asyncio.sleep(0.01)
        task.cancel("message")
        await asyncio.wait([task])
        print(task.cancelled(), task.cancelling(), None if task.cancelled() else task.exception())
    task = asyncio.create_task(hold(nap("twice", 0.02)))
    await asyncio.sleep(0.01)
    task.cancel("one")
    await asyncio.sleep(0.01)
    task.cancel("two")
    await asyncio.wait([task])
    print(task.cancelled(), task.cancelling())


asyncio.run(main())
