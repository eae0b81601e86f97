"""Failures in nested groups, split by except*."""
import asyncio


async def fail(error, seconds=0.0):
    await asyncio.sleep(seconds)
    raise error


async def inner():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(ValueError("v")))
        group.create_task(fail(KeyError("k")))


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(inner())
            group.create_task(fail(OSError("o"), 0))
    except* ValueError as error:
        print("values", error.exceptions)
    except* KeyError as error:
        print("keys", error.exceptions)
    except* OSError as error:
        print("os", error.exceptions)
    try:
        try:
            async with asyncio.TaskGroup() as outer:
                outer.create_task(asyncio.sleep(5))
                async with asyncio.TaskGroup() as group:
                    group.create_task(fail(TypeError("t"), 0.01))
        except* TypeError as error:
            print(error)
            raise RuntimeError("after") from None
    except BaseException as error:
        print(repr(error), len(str(error)))
    print(asyncio.current_task().cancelling())


asyncio.run(main())
