"""asyncio.Event: set, clear, waiters that leave."""
import asyncio
import re


async def waiter(event, name):
    print(name, await event.wait())


async def main():
    event = asyncio.Event()
    print(re.sub("0x[0-9a-f]+", "0x", repr(event)), event.is_set())
    tasks = [asyncio.create_task(waiter(event, n)) for n in range(4)]
    await asyncio.sleep(0)
    print(re.sub("0x[0-9a-f]+", "0x", repr(event)))
    tasks[1].cancel()
    event.set()
    event.clear()
    print(event.is_set())
    print(await asyncio.gather(*tasks, return_exceptions=True))
    event.set()
    event.set()
    print(await event.wait(), re.sub("0x[0-9a-f]+", "0x", repr(event)))
    event.clear()
    try:
        await asyncio.wait_for(event.wait(), 0.01)
    except TimeoutError:
        print("not set")
    print(re.sub("0x[0-9a-f]+", "0x", repr(event)))


asyncio.run(main())
