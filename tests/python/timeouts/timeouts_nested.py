"""Time limits inside each other, and who is blamed."""
import asyncio


async def level(name, seconds, inner):
    try:
        async with asyncio.timeout(seconds) as limit:
            await inner()
            print(name, "done")
    except TimeoutError:
        print(name, "late", limit.expired())
        raise
    except asyncio.CancelledError:
        print(name, "cancelled", limit.expired())
        raise


async def main():
    sleep = lambda: asyncio.sleep(0.1)
    for outer, inner in ((0.02, 0.04), (0.04, 0.02), (0.02, None), (None, 0.02), (1, 1), (0, 1), (1, 0), (-1, None)):
        try:
            await level("outer", outer, lambda: level("inner", inner, sleep))
        except TimeoutError as error:
            print("main", type(error.__cause__).__name__, asyncio.current_task().cancelling())


asyncio.run(main())
