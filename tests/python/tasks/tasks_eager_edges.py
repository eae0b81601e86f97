"""Eager tasks: order, errors, current task, names."""
import asyncio


async def quick(n):
    print("quick", n, asyncio.current_task().get_name())
    return n


async def fail():
    raise ValueError("eager")


async def slow(n):
    print("begin", n)
    await asyncio.sleep(0)
    print("end", n)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    print(loop.get_task_factory() is asyncio.eager_task_factory)
    t = asyncio.create_task(quick(1), name="q1")
    print(t.done(), t.result(), asyncio.current_task().get_name())
    f = asyncio.create_task(fail())
    print(f.done(), repr(f.exception()))
    ts = [asyncio.create_task(slow(i)) for i in range(2)]
    print("made", len(asyncio.all_tasks()))
    await asyncio.gather(*ts)
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(quick(2))
        b = tg.create_task(slow(3))
    print(a.result(), b.done())
    print(await asyncio.gather(quick(4), quick(5)))
    loop.set_task_factory(None)
    try:
        loop.set_task_factory(5)
    except TypeError as e:
        print(e)
    x = asyncio.Task(quick(6), eager_start=True, loop=loop, name="x")
    print(x.done())


asyncio.run(main())
