"""What run() does with tasks that are left."""
import asyncio


async def leftover(name, seconds):
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError as error:
        await asyncio.sleep(seconds)
        print(name, "cleaned", error.args)
        if name == "c":
            raise ValueError("while cleaning")
        raise


async def spawns():
    try:
        await asyncio.sleep(60)
    finally:
        asyncio.create_task(leftover("late", 0))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"], repr(context.get("exception")), sorted(context)))
    tasks = [asyncio.create_task(leftover(name, seconds)) for name, seconds in (("a", 0.01), ("b", 0.03), ("c", 0.05))]
    await asyncio.sleep(0)
    print("main ends")
    return tasks


tasks = asyncio.run(main())
print([t.cancelled() for t in tasks])


async def failing():
    task = asyncio.create_task(leftover("d", 0))
    await asyncio.sleep(0)
    raise KeyError("main fails")


try:
    asyncio.run(failing())
except KeyError as error:
    print(error)


async def never_began():
    asyncio.create_task(leftover("never", 0), name="never")


asyncio.run(never_began())
