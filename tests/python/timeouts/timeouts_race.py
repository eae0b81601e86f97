"""A result that comes in the same turn as the time limit."""
import asyncio


async def attempt(name, future, seconds):
    try:
        async with asyncio.timeout(seconds):
            print(name, await future)
    except TimeoutError:
        print(name, "late", future.done())


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    now = loop.time()
    loop.call_at(now + 0.02, future.set_result, "first")

    async def limited(when):
        try:
            async with asyncio.timeout_at(when):
                print(await future)
        except TimeoutError:
            print("late")

    await limited(now + 0.025)
    future = loop.create_future()
    loop.call_at(now + 0.08, lambda: future.cancelled() or future.set_result("second"))
    await limited(now + 0.05)
    print(future.cancelled())
    done = loop.create_future()
    done.set_result("done")
    await attempt("no time", done, 0)

    async def never_waits():
        return "never waits"

    for seconds in (0, -5):
        async with asyncio.timeout(seconds) as limit:
            print(await never_waits(), limit.expired())
        print(limit.expired())


asyncio.run(main())
