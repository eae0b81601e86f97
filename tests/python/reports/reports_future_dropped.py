"""A future with an exception that nobody asks for, and one that is asked."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_exception(KeyError("dropped"))
    future = None
    print("next")
    future = loop.create_future()
    future.set_exception(KeyError("asked"))
    try:
        await future
    except KeyError:
        pass
    future = None
    print("end")


asyncio.run(main())
raise SystemExit(6)
