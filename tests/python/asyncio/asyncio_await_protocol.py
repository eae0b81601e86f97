import asyncio


class Turns:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        for _ in range(self.n):
            yield
        return f"{self.n} turns"


class Delegating:
    def __await__(self):
        result = yield from asyncio.sleep(0, "slept").__await__()
        return result + "!"


class Holder:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        return self.future.__await__()


class Wrong:
    def __await__(self):
        return 5


class Yields:
    def __await__(self):
        yield "text"


async def main():
    print(await Turns(3), await Delegating())
    fut = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(fut.set_result, "from holder")
    print(await Holder(fut))
    print(await asyncio.gather(Turns(1), Delegating(), asyncio.sleep(0, 1)))
    print(await asyncio.ensure_future(Turns(2)), await asyncio.wait_for(Turns(1), 1))
    for thing in (5, None, [1], Wrong()):
        try:
            await thing
        except TypeError as e:
            print(e)
    try:
        await Yields()
    except RuntimeError as e:
        print(e)
    coro = asyncio.sleep(0)
    await coro
    try:
        await coro
    except RuntimeError as e:
        print(e)
    try:
        asyncio.ensure_future(5)
    except TypeError as e:
        print(e)

    async def itself():
        await asyncio.current_task()

    try:
        await asyncio.create_task(itself())
    except RuntimeError as e:
        print(str(e).split(":")[0])

    unused = asyncio.sleep(0)

    def plain():
        yield from unused

    try:
        next(plain())
    except TypeError as e:
        print(e)
    unused.close()


asyncio.run(main())
