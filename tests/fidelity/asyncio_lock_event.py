"""A lock passed on between tasks that an event set free."""
import asyncio


async def work(lock, event):
    await event.wait()
    async with lock:
        await asyncio.sleep(0.08)


async def main():
    lock, event = asyncio.Lock(), asyncio.Event()
    tasks = [asyncio.create_task(work(lock, event)) for _ in range(5)]
    await asyncio.sleep(0.3)
    event.set()
    await asyncio.gather(*tasks)


asyncio.run(main())
