# variant: in a thread

import asyncio
import time


async def heartbeat():
    while True:
        print("beat")
        await asyncio.sleep(0.5)


def report():
    time.sleep(1.9)
    print("report written")


async def main():
    heart = asyncio.create_task(heartbeat(), name="heartbeat")
    await asyncio.sleep(0)
    await asyncio.to_thread(report)
    heart.cancel()


asyncio.run(main())
