"""What is done already is awaited without a turn."""
import asyncio

turns = 0


def turn(loop):
    global turns
    turns += 1
    loop.call_soon(turn, loop)


async def value(v):
    return v


async def counted(name, awaitable):
    before = turns
    result = await awaitable
    print(name, turns - before, result)


async def main():
    loop = asyncio.get_running_loop()
    turn(loop)
    future = loop.create_future()
    future.set_result("set")
    await counted("done future", future)
    task = asyncio.create_task(value("task"))
    await asyncio.sleep(0)
    await counted("done task", task)
    await counted("new task", asyncio.create_task(value("new")))
    await counted("gather of nothing", asyncio.gather())
    await counted("gather of done", asyncio.gather(future, task))
    await counted("gather of coroutines", asyncio.gather(value(1), value(2)))
    await counted("shield of done", asyncio.shield(task))
    await counted("shield of new", asyncio.shield(value(3)))
    await counted("wait_for done", asyncio.wait_for(task, 1))
    await counted("wait_for coroutine", asyncio.wait_for(value(4), 1))
    await counted("wait_for without limit", asyncio.wait_for(value(5), None))
    await counted("wait_for zero", asyncio.wait_for(task, 0))
    before = turns
    done, pending = await asyncio.wait([task, future])
    print("wait of done", turns - before, len(done), len(pending))
    before = turns
    done, pending = await asyncio.wait([asyncio.create_task(value(6))])
    print("wait of new", turns - before, len(done), len(pending))
    before = turns
    async with asyncio.TaskGroup():
        pass
    print("empty group", turns - before)
    before = turns
    async with asyncio.TaskGroup() as group:
        group.create_task(value(7))
    print("group of one", turns - before)
    before = turns
    for next_one in asyncio.as_completed([value(8), value(9)]):
        await next_one
        print("as_completed", turns - before)
        before = turns


asyncio.run(main())
