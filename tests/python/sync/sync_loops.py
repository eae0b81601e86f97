"""Things of one loop used in another."""
import asyncio
import re


async def hold(thing, use):
    task = asyncio.create_task(use(thing))
    await asyncio.sleep(0.01)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("waited")
    except RuntimeError as error:
        print(re.sub("0x[0-9a-f]+", "0x", str(error)))


async def lock_twice(lock):
    await lock.acquire()
    await lock.acquire()


async def get(queue):
    await queue.get()


async def wait(event):
    await event.wait()


for thing, use in ((asyncio.Lock(), lock_twice), (asyncio.Queue(), get), (asyncio.Event(), wait)):
    asyncio.run(hold(thing, use))
    asyncio.run(hold(thing, use))
