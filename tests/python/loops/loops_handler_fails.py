"""When the exception handler itself fails."""
import asyncio


def bad(loop, context):
    raise RuntimeError("handler broken")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(bad)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0.01)
    print("on")


asyncio.run(main())
raise SystemExit(3)
