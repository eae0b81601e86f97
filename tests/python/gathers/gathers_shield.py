"""shield: cancelled outside, inside, done and failing."""
import asyncio


async def work(name, seconds=0.02, error=None):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    if error:
        raise error
    return name


async def attempt(awaitable):
    try:
        print(await awaitable)
    except BaseException as error:
        print(type(error).__name__, error.args)


async def main():
    await attempt(asyncio.shield(work("plain")))
    await attempt(asyncio.shield(work("fails", error=ValueError("v"))))
    inner = asyncio.create_task(work("inner"))
    outer = asyncio.shield(inner)
    print(outer is inner, outer.cancel("no"), outer.cancelled())
    await attempt(outer)
    await attempt(inner)
    inner = asyncio.create_task(work("cancelled inside"))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    inner.cancel("inside")
    await attempt(outer)
    print(outer.cancelled())
    inner = asyncio.create_task(work("outlives"))

    async def waiter():
        await asyncio.shield(inner)

    task = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    task.cancel("waiter")
    await attempt(task)
    await attempt(inner)
    print(asyncio.shield(inner) is inner)
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("handler", context["message"], context.get("exception")))
    inner = asyncio.create_task(work("fails unseen", error=KeyError("unseen")))
    outer = asyncio.shield(inner)
    outer.cancel()
    await asyncio.sleep(0.05)
    print(inner.done(), outer.cancelled())


asyncio.run(main())
