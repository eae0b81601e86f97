"""The text that the default exception handler writes."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_exception(KeyError("nobody asks"))
    del future
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "just a message", "b": 1, "a": [2]})
    loop.call_exception_handler({})
    raise SystemExit(3)


asyncio.run(main())
