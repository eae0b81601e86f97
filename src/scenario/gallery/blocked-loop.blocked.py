# title: Blocking the event loop
# look: time.sleep inside a coroutine stops the whole loop: the heartbeat is silent for nearly two seconds. In a thread the wait bothers nobody.
# ask: A heartbeat ticks every 0.5 s, one coroutine calls time.sleep(1.9). How many beats come before it is over?
# choice: = 1
# choice: 4
# choice: 0
# try: Replace time.sleep(1.9) by await asyncio.sleep(1.9).
# select: blocked
# variant: blocked

import asyncio
import time


async def heartbeat():
    while True:
        print("beat")
        await asyncio.sleep(0.5)


async def report():
    time.sleep(1.9)  # nobody else runs meanwhile
    print("report written")


async def main():
    heart = asyncio.create_task(heartbeat(), name="heartbeat")
    await asyncio.sleep(0)
    await asyncio.create_task(report(), name="report")
    heart.cancel()


asyncio.run(main())
