"""Task groups used at the wrong time."""
import asyncio
import re


async def nothing():
    pass


async def attempt(group):
    coro = nothing()
    try:
        await group.create_task(coro)
        print("made")
    except RuntimeError as error:
        print(error)
    coro.close()


async def main():
    group = asyncio.TaskGroup()
    print(group)
    await attempt(group)
    async with group:
        print(group)
        await attempt(group)
        task = group.create_task(asyncio.sleep(0), name="n")
        print(group)
    print(group)
    await attempt(group)
    try:
        async with group:
            pass
    except RuntimeError as error:
        print(error)

    async def fail():
        raise ValueError("x")

    group = asyncio.TaskGroup()
    try:
        async with group:
            group.create_task(fail())
            try:
                await asyncio.sleep(1)
            finally:
                print(group)
                await attempt(group)
    except* ValueError:
        print(group)


asyncio.run(main())
coro = asyncio.TaskGroup().__aenter__()
try:
    coro.send(None)
except RuntimeError as error:
    print(error)
