"""A cancellation from outside, before, at and after a time limit."""
import asyncio


async def work(body):
    try:
        async with asyncio.timeout(0.02):
            await body()
    except TimeoutError:
        print("timeout", asyncio.current_task().cancelling())
        await asyncio.sleep(0)
        return "late"


async def cleanup():
    try:
        await asyncio.sleep(1)
    finally:
        await asyncio.sleep(0.02)


async def swallow():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("swallowed")


async def other_error():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise KeyError("instead")


async def main():
    for body in (cleanup, swallow, other_error, lambda: asyncio.sleep(1)):
        for when in (None, 0.01, 0.03):
            task = asyncio.create_task(work(body))
            if when is not None:
                await asyncio.sleep(when)
                print("cancel", task.cancel("outside"), end=" ")
            try:
                print(await task)
            except BaseException as error:
                print(type(error).__name__, error, type(error.__context__).__name__)


asyncio.run(main())
