"""A condition and a barrier between tasks."""
import asyncio


async def work(n, condition, barrier):
    async with condition:
        await condition.wait()
    await asyncio.sleep(0.1 * n)
    async with barrier:
        await asyncio.sleep(0.1)


async def main():
    condition, barrier = asyncio.Condition(), asyncio.Barrier(3)
    tasks = [asyncio.create_task(work(n, condition, barrier)) for n in range(3)]
    await asyncio.sleep(0.2)
    async with condition:
        condition.notify_all()
    await asyncio.gather(*tasks)


asyncio.run(main())
