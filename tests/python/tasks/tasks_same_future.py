"""Many tasks at one future, some cancelled, some with time limits."""
import asyncio


async def waiter(n, future):
    try:
        async with asyncio.timeout(0.02 if n % 3 == 0 else None):
            result = await future
    except TimeoutError:
        result = "late"
    except asyncio.CancelledError:
        result = "cancelled"
    print(n, result)


async def main():
    task = asyncio.create_task(asyncio.sleep(0.05, "slept"))
    shared = [asyncio.create_task(waiter(n, asyncio.shield(task))) for n in range(6)]
    await asyncio.sleep(0.01)
    shared[4].cancel()
    await asyncio.gather(*shared)
    print(task.result())
    task = asyncio.create_task(asyncio.sleep(0.05, "slept"))
    shared = [asyncio.create_task(waiter(n, task)) for n in range(3)]
    await asyncio.gather(*shared, return_exceptions=True)
    print(task.cancelled())


asyncio.run(main())
