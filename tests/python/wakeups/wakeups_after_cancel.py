"""Turns from cancel() until the task ends, by what it waits for."""
import asyncio

turns = 0


def turn(loop):
    global turns
    turns += 1
    loop.call_soon(turn, loop)


async def forever():
    await asyncio.get_running_loop().create_future()


async def in_sleep():
    await asyncio.sleep(60)


async def in_task():
    await asyncio.create_task(forever())


async def in_gather():
    await asyncio.gather(forever(), forever())


async def in_wait():
    await asyncio.wait([asyncio.create_task(forever())])


async def in_shield():
    await asyncio.shield(asyncio.create_task(forever()))


async def in_wait_for():
    await asyncio.wait_for(forever(), 60)


async def in_group():
    async with asyncio.TaskGroup() as group:
        group.create_task(forever())


async def in_lock():
    lock = asyncio.Lock()
    await lock.acquire()
    await lock.acquire()


async def in_queue():
    await asyncio.Queue().get()


async def in_condition():
    condition = asyncio.Condition()
    async with condition:
        await condition.wait()


async def in_busy():
    while True:
        await asyncio.sleep(0)


async def main():
    turn(asyncio.get_running_loop())
    kinds = [forever, in_sleep, in_task, in_gather, in_wait, in_shield, in_wait_for, in_group, in_lock, in_queue,
             in_condition, in_busy]
    for kind in kinds:
        ended = []

        async def run():
            try:
                await kind()
            finally:
                ended.append(turns)

        task = asyncio.create_task(run())
        for _ in range(5):
            await asyncio.sleep(0)
        print(kind.__name__, task.cancel(), end=" ")
        before = turns
        try:
            await task
        except asyncio.CancelledError:
            print(ended[0] - before, turns - before, task.cancelled())


asyncio.run(main())
