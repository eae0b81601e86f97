"""How tasks and futures show themselves."""
import asyncio


async def leaf(future):
    await future


async def failing():
    raise ValueError("no")


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future)
    task = asyncio.create_task(leaf(future), name="t")
    print(task)
    await asyncio.sleep(0)
    print(task)
    print(future)
    outer = asyncio.create_task(leaf(task), name="outer")
    await asyncio.sleep(0)
    print(outer)
    print(task)
    task.cancel()
    print(task)
    print(future)
    await asyncio.wait([outer])
    print(task)
    print(outer)
    bad = asyncio.create_task(failing(), name="bad")
    await asyncio.wait([bad])
    print(bad, repr(bad.exception()))
    future = loop.create_future()
    future.set_result([1, "two"])
    print(future)
    future = loop.create_future()
    future.set_exception(KeyError("k"))
    print(future, repr(future.exception()))
    future = loop.create_future()
    for f in (print, leaf, main):
        future.add_done_callback(f)
    print(future)


asyncio.run(main())
