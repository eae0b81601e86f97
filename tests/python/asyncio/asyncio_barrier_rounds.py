import asyncio

log = []


async def party(barrier, name, rounds):
    for n in range(rounds):
        index = await barrier.wait()
        log.append(f"{name}{n}:{index}")


async def main():
    barrier = asyncio.Barrier(3)
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    await asyncio.gather(*[party(barrier, n, 2) for n in "abc"])
    print(*log)

    async def member(name):
        try:
            async with barrier as position:
                print(name, position)
        except asyncio.BrokenBarrierError as e:
            print(name, "broken:", e)
        except asyncio.CancelledError:
            print(name, "cancelled")

    tasks = [asyncio.create_task(member(n)) for n in "xy"]
    await asyncio.sleep(0)
    print(barrier.n_waiting, repr(barrier).partition("[")[2])
    await barrier.reset()
    await asyncio.gather(*tasks)
    print(barrier.broken, repr(barrier).partition("[")[2])
    tasks = [asyncio.create_task(member(n)) for n in "pq"]
    await asyncio.sleep(0)
    await barrier.abort()
    await asyncio.gather(*tasks)
    print(barrier.broken, repr(barrier).partition("[")[2])
    await member("late")
    await barrier.reset()
    task = asyncio.create_task(member("gone"))
    await asyncio.sleep(0)
    task.cancel()
    await task
    print(barrier.n_waiting)
    await asyncio.gather(*[member(n) for n in "uvw"])
    try:
        asyncio.Barrier(0)
    except ValueError as e:
        print(e)


asyncio.run(main())
