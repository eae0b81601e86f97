import asyncio

log = []


async def waiter(event, name):
    log.append(f"{name} waits")
    got = await event.wait()
    log.append(f"{name} {got}")


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(event, n)) for n in "abc"]
    await asyncio.sleep(0)
    print(event.is_set(), repr(event).partition("[")[2])
    event.set()
    log.append("set")
    event.clear()
    await asyncio.gather(*tasks)
    print(log)
    print(event.is_set(), repr(event).partition("[")[2])
    event.set()
    event.set()
    print(await event.wait(), repr(event).partition("[")[2])
    event.clear()
    gone = asyncio.create_task(waiter(event, "gone"))
    await asyncio.sleep(0)
    gone.cancel()
    try:
        await gone
    except asyncio.CancelledError:
        print("cancelled", repr(event).partition("[")[2])
    try:
        await asyncio.wait_for(event.wait(), 0.01)
    except TimeoutError:
        print("timeout")
    first = asyncio.create_task(waiter(event, "first"))
    asyncio.get_running_loop().call_later(0.01, event.set)
    await first
    print(log[-1])


asyncio.run(main())
