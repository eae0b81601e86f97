"""Callbacks of a future, steps of tasks and call_soon share one line."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    seen = []

    async def waiter(name):
        await future
        seen.append(name)

    tasks = [asyncio.create_task(waiter("task 1"))]
    await asyncio.sleep(0)
    future.add_done_callback(lambda f: seen.append("callback 1"))
    tasks.append(asyncio.create_task(waiter("task 2")))
    await asyncio.sleep(0)
    future.add_done_callback(lambda f: seen.append("callback 2"))
    loop.call_soon(seen.append, "soon before")
    future.set_result(None)
    loop.call_soon(seen.append, "soon after")
    future.add_done_callback(lambda f: seen.append("callback late"))
    print(seen)
    await asyncio.sleep(0)
    print(seen)
    await asyncio.gather(*tasks)
    print(future.remove_done_callback(print))


asyncio.run(main())
