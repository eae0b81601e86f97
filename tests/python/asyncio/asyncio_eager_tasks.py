import asyncio

log = []


async def quick(n):
    log.append(f"quick {n} in {asyncio.current_task().get_name()}")
    return n


async def slow(n):
    log.append(f"slow {n} begins")
    await asyncio.sleep(0)
    log.append(f"slow {n} ends")
    return n


async def nested():
    log.append(f"nested {asyncio.current_task().get_name()}")
    inner = asyncio.create_task(quick("inner"), name="inner")
    log.append(f"back in {asyncio.current_task().get_name()} {inner.done()}")
    return await inner


async def failing():
    raise ValueError("at once")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    a = asyncio.create_task(quick(1), name="one")
    log.append(f"made {a.done()} {a.result()} {asyncio.current_task().get_name()}")
    b = asyncio.create_task(slow(2))
    log.append(f"made {b.done()}")
    print(await b, await asyncio.create_task(nested(), name="outer"))
    print(await asyncio.gather(quick(3), slow(4), quick(5)))
    task = asyncio.create_task(failing())
    print(task.done(), repr(task.exception()))
    print(len(asyncio.all_tasks()))
    async with asyncio.TaskGroup() as group:
        t = group.create_task(quick(6))
        print(t.done())
        group.create_task(slow(7))
    print(*log, sep="\n")
    loop.set_task_factory(None)
    print(asyncio.create_task(quick(8)).done(), loop.get_task_factory())
    for wrong in (5, "x"):
        try:
            loop.set_task_factory(wrong)
        except TypeError as e:
            print(e)
    print(asyncio.Task(quick(9), loop=loop, eager_start=True).result())


asyncio.run(main())
