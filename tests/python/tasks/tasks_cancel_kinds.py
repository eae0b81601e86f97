"""Cancelling futures, oneself, shields and gathers."""
import asyncio


async def main():
    f = asyncio.get_running_loop().create_future()
    print(f.cancel("m"), f.cancel(), f.cancelled())
    for call in (f.result, f.exception, lambda: f.set_result(1)):
        try:
            call()
        except BaseException as e:
            print(type(e).__name__, e)

    async def self_cancel():
        asyncio.current_task().cancel()
        print("still here")
        await asyncio.sleep(0)
        print("not here")

    try:
        await asyncio.create_task(self_cancel())
    except asyncio.CancelledError:
        print("self")
    t = asyncio.create_task(asyncio.sleep(0.01, "slept"))
    s = asyncio.shield(t)
    s.cancel()
    try:
        await s
    except asyncio.CancelledError:
        print("shield cancelled", t.cancelled(), await t)
    g = asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))
    await asyncio.sleep(0)
    print(g.cancel())
    try:
        await g
    except asyncio.CancelledError as e:
        print("gather", repr(e))


asyncio.run(main())
