"""Timers run after what was ready, in the order of their times, those of one time in the order they were made."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    seen = []
    now = loop.time()
    for n, when in enumerate([0.03, 0.01, 0.02, 0.011]):
        loop.call_at(now + when, seen.append, n)
    loop.call_later(-1, seen.append, "past")
    loop.call_later(0, seen.append, "now")
    loop.call_soon(seen.append, "soon")
    await asyncio.sleep(0)
    print(seen)
    await asyncio.sleep(0)
    print(seen)
    await asyncio.sleep(0.05)
    print(seen)
    seen.clear()

    async def sleeper(name, delay):
        await asyncio.sleep(delay)
        seen.append(name)

    tasks = [asyncio.create_task(sleeper(*p)) for p in [("a", 0.02), ("b", 0.02), ("c", 0.01), ("d", 0.02)]]
    await asyncio.gather(*tasks)
    print(seen)


asyncio.run(main())
