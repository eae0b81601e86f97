"""Clean-up that waits, is cancelled again, or fails."""
import asyncio


async def careful(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name, "begins to clean")
        try:
            await asyncio.sleep(0.02)
            print(name, "cleaned")
        except asyncio.CancelledError:
            print(name, "interrupted")
            raise


async def main():
    task = asyncio.create_task(careful("once"))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled(), task.cancelling())
    task = asyncio.create_task(careful("twice"))
    await asyncio.sleep(0)
    task.cancel("first")
    await asyncio.sleep(0.01)
    task.cancel("second")
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args, repr(error.__context__), task.cancelling())

    async def shielded():
        try:
            await asyncio.sleep(10)
        finally:
            await asyncio.shield(asyncio.sleep(0.02))
            print("shielded clean-up ended")

    task = asyncio.create_task(shielded())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
