"""A task group that one failure ends early."""
import asyncio


async def fail():
    await asyncio.sleep(0.3)
    raise ValueError


async def slow():
    try:
        await asyncio.sleep(5)
    finally:
        await asyncio.sleep(0.2)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(slow())
            group.create_task(fail())
    except* ValueError:
        pass


asyncio.run(main())
