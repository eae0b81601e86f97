"""The message of cancel() on its way through awaits."""
import asyncio


async def sleeper():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError as error:
        print("inner", error.args)
        raise


async def wrapper():
    try:
        await sleeper()
    except asyncio.CancelledError as error:
        print("wrapper", error.args)
        raise


async def over_task():
    try:
        await asyncio.create_task(wrapper())
    except asyncio.CancelledError as error:
        print("over", error.args)
        raise


async def main():
    for message in ("bye", None, 5, ("a", 1)):
        task = asyncio.create_task(over_task())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print(task.cancel(message))
        try:
            await task
        except asyncio.CancelledError as error:
            print("main", error.args)
    task = asyncio.create_task(sleeper())
    task.cancel("before it began")
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args, task.cancelled())
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    task.cancel("first")
    task.cancel("second")
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args, task.cancelling())
    future = asyncio.get_running_loop().create_future()
    print(future.cancel(msg="f"), future.cancel(msg="g"))
    for call in (future.result, future.exception):
        try:
            call()
        except asyncio.CancelledError as error:
            print(error.args)


asyncio.run(main())
