import asyncio

log = []


async def leaf(n):
    log.append(f"leaf {n}")
    await asyncio.sleep(0)
    log.append(f"leaf {n} end")
    return n


async def middle(n):
    log.append(f"middle {n}")
    got = await asyncio.create_task(leaf(n))
    log.append(f"middle {n} got")
    return got * 2


async def ping(fut, mine, name):
    for _ in range(2):
        log.append(name)
        fut.set_result(None)
        await mine
        return name


async def main():
    print(await asyncio.gather(middle(1), middle(2)))
    print(*log, sep=", ")
    log.clear()
    loop = asyncio.get_running_loop()
    fut = loop.create_future()

    async def waiter(n):
        await fut
        log.append(f"w{n}")

    tasks = [asyncio.create_task(waiter(n)) for n in range(3)]
    await asyncio.sleep(0)
    fut.add_done_callback(lambda f: log.append("callback"))
    loop.call_soon(log.append, "before")
    fut.set_result(1)
    loop.call_soon(log.append, "after")
    log.append("set")
    await asyncio.sleep(0)
    log.append("main")
    await asyncio.gather(*tasks)
    print(*log, sep=", ")
    log.clear()
    a, b = loop.create_future(), loop.create_future()
    print(await asyncio.gather(ping(a, b, "ping"), ping(b, a, "pong")), *log)
    log.clear()

    async def finisher(n):
        log.append(f"f{n}")

    t1, t2 = asyncio.create_task(finisher(1)), asyncio.create_task(finisher(2))
    await t2
    log.append(f"t1 {t1.done()}")
    await t1
    log.append("no turn for a finished task")
    print(*log, sep=", ")


asyncio.run(main())
