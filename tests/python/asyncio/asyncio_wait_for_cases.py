import asyncio


async def job(delay, result="done"):
    try:
        await asyncio.sleep(delay)
        return result
    except asyncio.CancelledError:
        print("  job cancelled")
        raise


async def stubborn():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        return "refused"


async def raising():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise ValueError("while cleaning up")


async def main():
    print(await asyncio.wait_for(job(0), 1))
    print(await asyncio.wait_for(job(0.01), None))
    for timeout in (0.01, 0, -1):
        try:
            await asyncio.wait_for(job(1), timeout)
        except asyncio.TimeoutError as e:
            print("timeout", timeout, repr(e), type(e.__cause__).__name__)
    print(await asyncio.wait_for(stubborn(), 0.01))
    try:
        await asyncio.wait_for(raising(), 0.01)
    except ValueError as e:
        print("ValueError", e, repr(e.__context__))
    task = asyncio.create_task(job(5))
    outer = asyncio.create_task(asyncio.wait_for(task, 3))
    await asyncio.sleep(0)
    outer.cancel("outer")
    try:
        await outer
    except asyncio.CancelledError as e:
        print("outer cancelled", e.args, task.cancelled())
    finished = asyncio.create_task(job(0, 7))
    await asyncio.sleep(0.01)
    print(await asyncio.wait_for(finished, 0))
    future = asyncio.get_running_loop().create_future()
    try:
        await asyncio.wait_for(future, 0.01)
    except TimeoutError:
        print("future", future.cancelled())
    try:
        await asyncio.wait_for(5, 1)
    except TypeError as e:
        print(e)


asyncio.run(main())
