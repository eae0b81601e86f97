# title: A task that sleeps
# look: At the await the task hands control back to the event loop, which has nothing else to do for 3 s.
# variant: asyncio

import asyncio


async def task():
    print("start")
    await asyncio.sleep(3)
    print("complete")


print("before")
asyncio.run(task())
print("after")
