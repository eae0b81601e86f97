"""A time limit around a task group, and inside one."""
import asyncio


async def nap(name, seconds):
    try:
        await asyncio.sleep(seconds)
        print(name, "slept")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def limited(name, seconds):
    async with asyncio.timeout(0.03):
        await nap(name, seconds)


async def main():
    try:
        async with asyncio.timeout(0.03):
            async with asyncio.TaskGroup() as group:
                group.create_task(nap("a", 0.01))
                group.create_task(nap("b", 0.05))
    except TimeoutError:
        print("all late")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(limited("c", 0.01))
            group.create_task(limited("d", 0.05))
            group.create_task(nap("e", 0.1))
    except* TimeoutError as group:
        print(group.exceptions)
    try:
        async with asyncio.timeout(0.02):
            await asyncio.gather(nap("f", 0.01), nap("g", 0.05))
    except TimeoutError:
        print("gather late")


asyncio.run(main())
