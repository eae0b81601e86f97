"""call_soon callbacks that add callbacks: each turn runs what was there at its beginning."""
import asyncio

log = []


def spread(name, depth):
    log.append(name)
    loop = asyncio.get_running_loop()
    if depth:
        loop.call_soon(spread, name + "1", depth - 1)
        loop.call_soon(spread, name + "2", depth - 1)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(spread, "a", 2)
    cancelled = loop.call_soon(spread, "never", 0)
    loop.call_soon(spread, "b", 1)
    cancelled.cancel()
    for turn in range(4):
        await asyncio.sleep(0)
        print(turn, log)
        log.clear()
    later = loop.call_later(0.01, log.append, "timer")
    loop.call_later(0.005, later.cancel)
    await asyncio.sleep(0.02)
    print(log, later.cancelled())


asyncio.run(main())
