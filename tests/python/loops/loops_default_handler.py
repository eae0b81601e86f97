"""default_exception_handler: what it prints of a context."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.default_exception_handler({"message": "plain message"})
    loop.default_exception_handler({})
    try:
        1 / 0
    except ZeroDivisionError as e:
        loop.default_exception_handler({"message": "with exception", "exception": e, "asked": [1, 2], "zz": "text"})
    loop.call_exception_handler({"message": "keys are sorted", "b": 1, "a": 2})


asyncio.run(main())
raise SystemExit(1)
