import asyncio


async def boom(delay, message):
    await asyncio.sleep(delay)
    raise ValueError(message)


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("not now")
        await asyncio.sleep(0.01)
        return "finished anyway"


async def main():
    try:
        await boom(0, "direct")
    except ValueError as error:
        print(error)
    task = asyncio.create_task(boom(0.01, "task"))
    try:
        await task
    except ValueError as error:
        print(error, task.exception() is error)
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled())
    task = asyncio.create_task(asyncio.sleep(1))
    task.cancel("reason")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
    try:
        task.result()
    except asyncio.CancelledError:
        print("no result")
    pending = asyncio.create_task(asyncio.sleep(1))
    try:
        pending.result()
    except asyncio.InvalidStateError as error:
        print(error)
    pending.cancel()
    future = asyncio.get_running_loop().create_future()
    future.set_exception(KeyError("k"))
    try:
        await future
    except KeyError as error:
        print(repr(error))
    try:
        future.set_result(1)
    except asyncio.InvalidStateError as error:
        print(error)
    gathered = asyncio.gather(boom(0.01, "first"), asyncio.sleep(0.02, "second"))
    try:
        await gathered
    except ValueError as error:
        print(error)
    outer = asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("gather cancelled")
    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(1)
            finally:
                print("inner cleanup")
    except TimeoutError:
        print("timed out")
    coroutine = boom(0, "never awaited")
    coroutine.close()
    coroutine = asyncio.sleep(0, "once")
    print(await coroutine)
    try:
        await coroutine
    except RuntimeError as error:
        print(error)


asyncio.run(main())
try:
    asyncio.run(boom(0, "out of run"))
except ValueError as error:
    print(error)
