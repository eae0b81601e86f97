"""Futures used in the wrong state or the wrong way."""
import asyncio


def attempt(what, *args):
    try:
        print(what.__name__, what(*args))
    except BaseException as error:
        print(what.__name__, type(error).__name__, error)


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    attempt(f.result)
    attempt(f.exception)
    attempt(f.set_exception, StopIteration())
    attempt(f.set_exception, 5)
    attempt(f.set_exception, ValueError)
    attempt(f.set_result, 1)
    attempt(f.set_exception, KeyError("late"))
    attempt(f.exception)
    attempt(f.result)
    g = loop.create_future()
    attempt(g.cancel)
    attempt(g.set_result, 1)
    attempt(g.result)
    attempt(g.exception)
    attempt(asyncio.Future().done)

    async def step():
        pass

    task = asyncio.create_task(step())
    attempt(task.set_result, 1)
    attempt(task.set_exception, ValueError())
    attempt(task.result)
    await task
    attempt(task.result)
    attempt(asyncio.Task, 5)
    attempt(asyncio.create_task, 5)
    attempt(asyncio.ensure_future, 5)
    attempt(asyncio.gather, 5)


asyncio.run(main())
