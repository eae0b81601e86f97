"""asyncio.Barrier: indices, rounds, abort, reset."""
import asyncio
import re


def show(thing):
    print(re.sub("0x[0-9a-f]+", "0x", repr(thing)), thing.parties, thing.n_waiting, thing.broken)


async def member(barrier, name):
    try:
        print(name, await barrier.wait())
    except asyncio.BrokenBarrierError as error:
        print(name, repr(error))
    except asyncio.CancelledError:
        print(name, "cancelled")


async def main():
    barrier = asyncio.Barrier(3)
    show(barrier)
    await asyncio.gather(*(member(barrier, name) for name in "abcdef"))
    show(barrier)
    tasks = [asyncio.create_task(member(barrier, name)) for name in "gh"]
    await asyncio.sleep(0)
    show(barrier)
    await barrier.reset()
    await asyncio.gather(*tasks)
    show(barrier)
    tasks = [asyncio.create_task(member(barrier, name)) for name in "ij"]
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.sleep(0.01)
    show(barrier)
    tasks.append(asyncio.create_task(member(barrier, "k")))
    await asyncio.sleep(0.01)
    await barrier.abort()
    await asyncio.gather(*tasks)
    show(barrier)
    await member(barrier, "l")
    await barrier.reset()
    show(barrier)
    async with asyncio.TaskGroup() as group:
        async def block(n):
            async with barrier as index:
                print("inside", n, index)
        for n in range(3):
            group.create_task(block(n))
    for bad in (0, -1):
        try:
            asyncio.Barrier(bad)
        except ValueError as error:
            print(error)


asyncio.run(main())
