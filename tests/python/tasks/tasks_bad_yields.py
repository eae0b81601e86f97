"""What the loop says to what it cannot wait for."""
import asyncio


class Bad:
    def __init__(self, what):
        self.what = what

    def __await__(self):
        yield self.what


async def wait(awaitable):
    return await awaitable


async def report(name, coro):
    try:
        print(name, await asyncio.create_task(coro))
    except RuntimeError as error:
        text = str(error)
        print(name, text.split(" at 0x")[0].split("<Task")[0], len(text) > 10)


async def main():
    loop = asyncio.get_running_loop()
    await report("int", wait(Bad(5)))
    await report("str", wait(Bad("text")))
    await report("none", wait(Bad(None)))
    await report("list", wait(Bad([1, 2])))
    future = loop.create_future()
    await report("not blocking", wait(Bad(future)))
    other = asyncio.new_event_loop()
    await report("other loop", wait(other.create_future()))
    other.close()

    async def myself():
        await asyncio.current_task()

    await report("itself", myself())

    async def generator():
        yield 1

    try:
        await generator()
    except TypeError as error:
        print(error)
    for thing in (5, None, "x", [1]):
        try:
            await thing
        except TypeError as error:
            print(error)
    coro = wait(asyncio.sleep(0))
    await coro
    await report("reused", wait(coro))


asyncio.run(main())
