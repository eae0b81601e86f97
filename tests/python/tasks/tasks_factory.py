"""Task factories: what they get, what they give."""
import asyncio


async def work(n):
    await asyncio.sleep(0)
    return n


async def main():
    loop = asyncio.get_running_loop()

    def factory(loop, coro, **kwargs):
        print("make", coro.__name__, sorted(kwargs))
        return asyncio.Task(coro, loop=loop, **kwargs)

    loop.set_task_factory(factory)
    task = asyncio.create_task(work(1), name="given")
    print(task.get_name(), await task)
    print(await asyncio.gather(work(2), work(3)))
    async with asyncio.TaskGroup() as group:
        group.create_task(work(4), name="g")
    print(await asyncio.wait_for(work(5), 1))
    print(await asyncio.ensure_future(work(6)))
    try:
        loop.set_task_factory(5)
    except TypeError as error:
        print(error)
    loop.set_task_factory(None)
    print(loop.get_task_factory(), await asyncio.create_task(work(7)))
    loop.set_task_factory(asyncio.create_eager_task_factory(asyncio.Task))
    task = asyncio.create_task(work(8), name="eager")
    print(task.get_name(), task.done(), await task)


asyncio.run(main())
