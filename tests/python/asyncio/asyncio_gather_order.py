import asyncio

log = []


async def job(n, turns, fail=False):
    for turn in range(turns):
        log.append(f"{n}.{turn}")
        await asyncio.sleep(0)
    if fail:
        raise KeyError(n)
    return n


async def main():
    print(await asyncio.gather(job("a", 3), job("b", 1), job("c", 2)))
    print(*log)
    log.clear()
    shared = asyncio.ensure_future(job("s", 1))
    print(await asyncio.gather(shared, job("t", 1), shared))
    print(*log)
    coro = job("twice", 1)
    print(await asyncio.gather(coro, coro))
    print(await asyncio.gather(job("x", 1), job("y", 2, True), job("z", 3), return_exceptions=True))
    rest = [asyncio.create_task(job("p", 5)), asyncio.create_task(job("q", 1, True))]
    try:
        await asyncio.gather(*rest)
    except KeyError as e:
        print("first error", e, [t.done() for t in rest])
    print(await rest[0], rest[1].exception())
    print(await asyncio.gather(), asyncio.gather().done())
    outer = asyncio.gather(job("u", 4), job("v", 4))
    await asyncio.sleep(0)
    print(outer.cancel(), outer.cancelled(), outer.done())
    try:
        await outer
    except asyncio.CancelledError as e:
        print("cancelled", e.args, outer.cancelled(), outer.cancel())
    inner = asyncio.create_task(job("w", 4))
    both = asyncio.gather(inner, job("k", 1), return_exceptions=True)
    await asyncio.sleep(0)
    inner.cancel("stop")
    print(await both)
    done = asyncio.get_running_loop().create_future()
    done.set_result("early")
    print(await asyncio.gather(done, asyncio.sleep(0, "late")))


asyncio.run(main())
