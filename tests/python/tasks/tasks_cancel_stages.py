"""Cancelling at every stage."""
import asyncio


async def never():
    print("never printed")


async def swallow():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("swallowed")
        return "value"


async def twice():
    for _ in range(2):
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError as e:
            print("cancel", e.args)
    return 2


async def convert():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise ValueError("instead")


async def main():
    t = asyncio.create_task(never())
    print(t.cancel(), t.cancelled())
    try:
        await t
    except asyncio.CancelledError:
        print("before start", t.cancelled(), t.done(), t.cancel())
    t = asyncio.create_task(swallow())
    await asyncio.sleep(0)
    t.cancel()
    print(await t, t.cancelled(), t.cancelling())
    t = asyncio.create_task(twice())
    await asyncio.sleep(0)
    t.cancel("a")
    await asyncio.sleep(0)
    t.cancel("b")
    print(await t, t.cancelling(), t.uncancel(), t.uncancel(), t.uncancel())
    t = asyncio.create_task(convert())
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except ValueError as e:
        print(repr(e), repr(e.__context__), t.cancelled())


asyncio.run(main())
