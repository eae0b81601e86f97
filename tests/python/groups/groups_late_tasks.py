"""Tasks that join a group while it waits for its end."""
import asyncio


async def grow(group, depth):
    print("depth", depth)
    await asyncio.sleep(0.02)
    if depth < 4:
        group.create_task(grow(group, depth + 1), name=f"level {depth + 1}")
    return depth


async def main():
    loop = asyncio.get_running_loop()
    begin = loop.time()
    async with asyncio.TaskGroup() as group:
        group.create_task(grow(group, 1))
        print("body ends")
    print("group ends", round(loop.time() - begin, 1))
    results = []
    async with asyncio.TaskGroup() as group:
        for n in range(3):
            task = group.create_task(grow(group, 4))
            task.add_done_callback(lambda t: results.append(t.result()))
    print(results)
    async with asyncio.TaskGroup() as outer:
        async with asyncio.TaskGroup() as inner:
            outer.create_task(asyncio.sleep(0.06)).add_done_callback(lambda t: print("outer's"))
            inner.create_task(asyncio.sleep(0.01)).add_done_callback(lambda t: print("inner's"))
        print("inner ends")
    print("outer ends")


asyncio.run(main())
