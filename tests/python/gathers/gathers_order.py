"""In which order children begin, end, and are heard of."""
import asyncio

log = []


async def child(n):
    log.append(f"begin {n}")
    for _ in range(n):
        await asyncio.sleep(0)
    log.append(f"end {n}")
    return n


async def main():
    asyncio.create_task(child(9)).add_done_callback(lambda t: log.append("nine"))
    gathered = asyncio.gather(child(2), child(0), child(1))
    log.append("made")
    gathered.add_done_callback(lambda f: log.append("heard"))
    print(await gathered)
    log.append("went on")
    print(log)
    log.clear()
    first = asyncio.gather(child(1), child(1))
    second = asyncio.gather(first, child(1))
    print(await second, first.done())
    print(log)
    log.clear()
    await asyncio.sleep(0)
    async with asyncio.TaskGroup() as group:
        for n in (2, 0, 1):
            group.create_task(child(n)).add_done_callback(lambda t: log.append("done %d" % t.result()))
        log.append("made")
    print(log)


asyncio.run(main())
