import asyncio


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    loop.set_debug(True)
    print(loop.get_debug())
    loop.set_debug(False)
    try:
        await asyncio.wait_for(asyncio.Event().wait(), 0.01)
    except asyncio.TimeoutError:
        print(asyncio.TimeoutError is TimeoutError)
    print(asyncio.CancelledError.__mro__[1].__name__, asyncio.CancelledError.__module__)
    print(issubclass(asyncio.QueueEmpty, Exception), asyncio.InvalidStateError.__name__)
    print(type(loop).__name__.lstrip("_"), isinstance(loop, asyncio.AbstractEventLoop))
    print(asyncio.Future.__name__, asyncio.Task.__name__, asyncio.Task.__mro__[1] is asyncio.Future)


asyncio.run(main())
asyncio.run(main(), debug=True)
