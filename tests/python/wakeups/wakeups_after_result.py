"""Turns from set_result until each kind of waiter goes on."""
import asyncio

turns = 0


def turn(loop):
    global turns
    turns += 1
    loop.call_soon(turn, loop)


async def direct(future):
    return await future


async def through_task(future):
    return await asyncio.create_task(direct(future))


async def through_gather(future):
    return await asyncio.gather(future)


async def through_wait(future):
    return await asyncio.wait([future])


async def through_shield(future):
    return await asyncio.shield(future)


async def through_wait_for(future):
    return await asyncio.wait_for(future, 60)


async def through_wait_for_task(future):
    return await asyncio.wait_for(direct(future), 60)


async def through_as_completed(future):
    for next_one in asyncio.as_completed([future]):
        return await next_one


async def through_async_as_completed(future):
    async for done in asyncio.as_completed([future]):
        return done


async def through_group(future):
    async with asyncio.TaskGroup() as group:
        group.create_task(direct(future))


async def through_timeout(future):
    async with asyncio.timeout(60):
        return await future


async def main():
    loop = asyncio.get_running_loop()
    turn(loop)
    kinds = [direct, through_task, through_gather, through_wait, through_shield, through_wait_for, through_wait_for_task,
             through_as_completed, through_async_as_completed, through_group, through_timeout]
    for kind in kinds:
        future = loop.create_future()
        ended = []

        async def run():
            await kind(future)
            ended.append(turns)

        task = asyncio.create_task(run())
        for _ in range(5):
            await asyncio.sleep(0)
        future.set_result(1)
        before = turns
        await task
        print(kind.__name__, ended[0] - before, turns - before)


asyncio.run(main())
