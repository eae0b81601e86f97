import asyncio


async def sleeper(swallow=0):
    while True:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as e:
            print("  got", e.args, asyncio.current_task().cancelling())
            if not swallow:
                raise
            swallow -= 1


async def main():
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    print(task.cancel("first"), task.cancel("second"), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as e:
        print("outside", e.args, task.cancelled(), task.cancel())
    task = asyncio.create_task(sleeper(2))
    for n in range(3):
        await asyncio.sleep(0)
        task.cancel(f"try {n}")
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print(n, task.done(), task.cancelling(), task.uncancel() if n == 0 else "-")
    print((await asyncio.gather(task, return_exceptions=True))[0].args)
    unstarted = asyncio.create_task(sleeper())
    unstarted.cancel("too early")
    try:
        await unstarted
    except asyncio.CancelledError as e:
        print("never began", e.args)
    me = asyncio.current_task()
    me.cancel("myself")
    print(me.cancelling())
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as e:
        print("self", e.args, me.uncancel(), me.uncancel())
    await asyncio.sleep(0)
    chain = asyncio.create_task(sleeper())

    async def outer():
        await chain

    top = asyncio.create_task(outer())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    top.cancel("top")
    try:
        await top
    except asyncio.CancelledError as e:
        print("chain", e.args, chain.cancelled(), top.cancelled())
    for act in (lambda: top.result(), lambda: top.exception()):
        try:
            act()
        except asyncio.CancelledError as e:
            print("again", e.args)


asyncio.run(main())
