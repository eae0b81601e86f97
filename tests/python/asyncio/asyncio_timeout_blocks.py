import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.01) as t:
            await asyncio.sleep(1)
    except TimeoutError as e:
        print("expired", t.expired(), type(e.__cause__).__name__, asyncio.current_task().cancelling())
    async with asyncio.timeout(1) as t:
        await asyncio.sleep(0)
    print("in time", t.expired(), t)
    async with asyncio.timeout(None) as t:
        print(t.when(), t)
        t.reschedule(loop.time() + 5)
        print(t.when() > loop.time())
    try:
        async with asyncio.timeout(10) as t:
            t.reschedule(loop.time() - 1)
            await asyncio.sleep(1)
    except TimeoutError:
        print("rescheduled to the past")
    try:
        async with asyncio.timeout(0):
            await asyncio.sleep(0)
            print("one turn is granted")
            await asyncio.sleep(1)
    except TimeoutError:
        print("zero")
    try:
        async with asyncio.timeout(0.03):
            try:
                async with asyncio.timeout(0.01):
                    await asyncio.sleep(1)
            except TimeoutError:
                print("inner expired")
            await asyncio.sleep(1)
    except TimeoutError:
        print("outer expired")
    try:
        async with asyncio.timeout_at(loop.time() + 0.01):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                raise ValueError("instead")
    except ValueError as e:
        print("ValueError", e)
    for act in (lambda: t.reschedule(1), lambda: asyncio.timeout(1).reschedule(2)):
        try:
            act()
        except RuntimeError as e:
            print(e)
    try:
        async with t:
            pass
    except RuntimeError as e:
        print(e)


asyncio.run(main())
