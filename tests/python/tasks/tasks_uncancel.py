"""cancelling() and uncancel() count; a task that swallows goes on."""
import asyncio


async def stubborn():
    me = asyncio.current_task()
    for n in range(3):
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            print("swallowed", n, me.cancelling())
    print("uncancel", me.uncancel(), me.uncancel(), me.uncancel(), me.uncancel())
    return "end"


async def uncancelled_before_it_sees():
    me = asyncio.current_task()
    me.cancel()
    print(me.cancelling(), me.uncancel())
    await asyncio.sleep(0)
    print("went on")


async def main():
    task = asyncio.create_task(stubborn())
    for _ in range(3):
        await asyncio.sleep(0)
        print(task.cancel())
    print(await task, task.cancelled(), task.cancel(), task.cancelling())
    try:
        await asyncio.create_task(uncancelled_before_it_sees())
    except asyncio.CancelledError:
        print("cancelled after all")
    me = asyncio.current_task()
    me.cancel("self")
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        print(error, me.cancelling(), me.uncancel(), me.cancelling())


asyncio.run(main())
