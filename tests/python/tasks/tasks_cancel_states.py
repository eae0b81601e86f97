"""What cancel() answers in each state of a task."""
import asyncio


async def value():
    return 1


async def fail():
    raise ValueError("x")


async def never():
    print("never runs")


async def convert():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        raise KeyError("converted")


async def answer():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        return "answer"


async def last_step():
    asyncio.current_task().cancel()
    return "returned"


async def raise_it():
    raise asyncio.CancelledError("own")


async def main():
    task = asyncio.create_task(never())
    print(task.cancel(), task.cancelled(), task.done())
    await asyncio.wait([task])
    print(task.cancel(), task.cancelled(), task.done())
    for make in (value, fail, convert, answer, last_step, raise_it):
        task = asyncio.create_task(make())
        await asyncio.sleep(0)
        print(make.__name__, task.done(), task.cancel(), end=" ")
        await asyncio.wait([task])
        print(task.cancelled(), end=" ")
        try:
            print(task.result())
        except BaseException as error:
            print(type(error).__name__, error.args)


asyncio.run(main())
