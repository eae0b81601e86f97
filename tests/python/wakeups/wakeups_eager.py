"""Eager tasks: the first step is part of create_task."""
import asyncio

turns = 0


def turn(loop):
    global turns
    turns += 1
    loop.call_soon(turn, loop)


async def quick(n):
    print("quick", n, asyncio.current_task().get_name())
    return n


async def slow(n):
    print("slow begins", n)
    await asyncio.sleep(0)
    print("slow ends", n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    turn(loop)
    base = turns
    task = asyncio.create_task(quick(1), name="first")
    print(task.done(), task.result(), turns - base)
    task = asyncio.create_task(slow(2))
    print(task.done())
    print(await task, turns - base)
    base = turns
    print(await asyncio.gather(quick(3), quick(4)), turns - base)
    base = turns
    print(await asyncio.gather(slow(5), quick(6)), turns - base)
    base = turns
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(quick(7)), group.create_task(slow(8))]
    print([t.result() for t in tasks], turns - base)
    print(asyncio.current_task().get_name())
    loop.set_task_factory(None)
    task = asyncio.create_task(quick(9))
    print(task.done(), await task)


asyncio.run(main())
