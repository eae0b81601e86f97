"""Where the failures of tasks come out, and with what traceback."""
import asyncio
import traceback


async def inner():
    raise ValueError("deep")


async def outer():
    await inner()


async def main():
    task = asyncio.create_task(outer())
    for n in range(2):
        try:
            await task
        except ValueError as error:
            print(n, error is task.exception(), len(traceback.extract_tb(error.__traceback__)))
    print([f.name for f in traceback.extract_tb(task.exception().__traceback__)])
    try:
        await asyncio.gather(outer(), asyncio.sleep(60))
    except ValueError as error:
        print([f.name for f in traceback.extract_tb(error.__traceback__) if "asyncio" not in f.filename])

    async def chained():
        try:
            await inner()
        except ValueError as error:
            raise KeyError("outside") from error

    try:
        await asyncio.create_task(chained())
    except KeyError as error:
        print(repr(error.__cause__), error.__context__ is error.__cause__)

    async def in_finally():
        try:
            await asyncio.sleep(60)
        finally:
            raise OSError("while cancelled")

    task = asyncio.create_task(in_finally())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except OSError as error:
        print(error, type(error.__context__).__name__, task.cancelled())


asyncio.run(main())
