import asyncio


async def step(name, times):
    for n in range(times):
        print(name, n)
        await asyncio.sleep(0)


async def nested():
    await step("nested", 2)


async def main():
    await asyncio.gather(step("a", 3), step("b", 2), nested())
    print("--")
    task = asyncio.create_task(step("bg", 3))
    print("main continues")
    await step("fg", 2)
    await task
    print("--")
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "one")
    loop.call_soon(print, "two")
    asyncio.ensure_future(step("ensured", 1))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("--")
    tasks = [asyncio.create_task(step(str(n), 1)) for n in range(3)]
    for t in tasks:
        t.add_done_callback(lambda t: print("done", t.exception()))
    await asyncio.sleep(0.01)
    results = await asyncio.gather(*[asyncio.sleep(0.03 - n / 100, n) for n in range(3)])
    print(results)
    await asyncio.sleep(0.01)
    blocked = asyncio.create_task(step("waits", 1))
    sum(range(1000))
    print("no await yet")
    await blocked
    print(asyncio.iscoroutine(c := step("x", 1)), asyncio.isfuture(blocked))
    c.close()


asyncio.run(main())
print("end")
