"""Which failures a task group collects, in which order."""
import asyncio


async def fail(seconds, error):
    await asyncio.sleep(seconds)
    raise error


async def fail_when_cancelled(error):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise error


async def report(*coros, body=None):
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(c) for c in coros]
            if body is not None:
                await body()
    except BaseExceptionGroup as error:
        print(type(error).__name__, error, error.exceptions, error.__cause__, error.__suppress_context__)
    except BaseException as error:
        print(type(error).__name__, error)
    print([t.cancelled() for t in tasks], asyncio.current_task().cancelling())


async def main():
    await report(fail(0, ValueError(1)))
    await report(fail(0.02, ValueError("b")), fail(0.01, KeyError("a")))
    await report(fail(0.01, ValueError("first")), fail_when_cancelled(KeyError("second")), asyncio.sleep(10))
    await report(fail(0, ValueError(1)), fail(0, TypeError(2)))
    await report(asyncio.sleep(10), body=lambda: fail(0.01, OSError("body")))
    await report(fail(0.01, ValueError("task")), body=lambda: asyncio.sleep(10))
    await report(fail(0.01, ValueError("task")), body=lambda: fail_when_cancelled(KeyError("body")))
    await report(fail(0.01, asyncio.CancelledError("own")), asyncio.sleep(0.02))
    await report(fail(0.01, SystemExit(3)), asyncio.sleep(10))
    await report(asyncio.sleep(0), body=lambda: fail(0, asyncio.CancelledError()))


try:
    asyncio.run(main())
except SystemExit as error:
    print("exit", error.code)
