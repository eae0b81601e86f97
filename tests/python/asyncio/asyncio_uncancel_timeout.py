import asyncio


async def retrying():
    task = asyncio.current_task()
    for attempt in range(3):
        try:
            async with asyncio.timeout(0.01):
                await asyncio.sleep(1)
        except TimeoutError:
            print("attempt", attempt, task.cancelling())
    return "gave up"


async def both():
    try:
        async with asyncio.timeout(0.02):
            await asyncio.sleep(1)
    except TimeoutError:
        print("timeout won")
    except asyncio.CancelledError as e:
        print("cancel won", e.args, asyncio.current_task().cancelling())
        raise


async def absorbing():
    task = asyncio.current_task()
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("absorbed", task.cancelling(), task.uncancel(), task.cancelling())
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(1)
    except TimeoutError:
        print("a timeout afterwards")
    return task.cancelling()


async def main():
    print(await retrying())
    task = asyncio.create_task(both())
    await asyncio.sleep(0.01)
    task.cancel("outer")
    try:
        await task
    except asyncio.CancelledError:
        print("task cancelled")
    task = asyncio.create_task(absorbing())
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled())
    task = asyncio.create_task(both())
    await asyncio.sleep(0.03)
    print(task.done(), task.cancel())
    print(asyncio.current_task().uncancel())


asyncio.run(main())
