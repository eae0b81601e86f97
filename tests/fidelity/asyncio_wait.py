"""wait with its three ends, and with a time limit."""
import asyncio


async def main():
    tasks = [asyncio.create_task(asyncio.sleep(s)) for s in (0.15, 0.4, 0.9)]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    await asyncio.wait(tasks, timeout=0.1)
    await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)


asyncio.run(main())
