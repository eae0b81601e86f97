"""What ensure_future, run and gather take."""
import asyncio


class Awaitable:
    def __await__(self):
        return (yield from asyncio.sleep(0, "awaited").__await__())


async def value():
    return "value"


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(asyncio.ensure_future(future) is future, asyncio.isfuture(future), asyncio.isfuture(5))
    task = asyncio.ensure_future(value())
    print(isinstance(task, asyncio.Task), isinstance(task, asyncio.Future), await task)
    task = asyncio.ensure_future(Awaitable())
    print(type(task).__name__, await task)
    print(await asyncio.gather(Awaitable(), value(), task))
    print(await asyncio.wait_for(Awaitable(), 1), await asyncio.shield(Awaitable()))
    print(asyncio.iscoroutine(Awaitable()), asyncio.iscoroutinefunction(value), asyncio.iscoroutinefunction(Awaitable))
    for coro in asyncio.as_completed([Awaitable()]):
        print(await coro)
    other = asyncio.new_event_loop()
    try:
        asyncio.ensure_future(future, loop=other)
    except ValueError as error:
        print(error)
    other.close()
    f = asyncio.Future()
    print(f.get_loop() is loop, f.done())


asyncio.run(main())
try:
    asyncio.run(Awaitable())
except (TypeError, ValueError) as error:
    print(type(error).__name__, str(error).split(" <")[0])
try:
    asyncio.run(value)
except (TypeError, ValueError) as error:
    print(type(error).__name__, str(error).split(" <")[0])
