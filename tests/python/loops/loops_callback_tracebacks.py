"""An exception in a callback is reported with its handle; the loop goes on."""
import asyncio
import sys


def bad(a, b):
    raise ValueError(f"{a}{b}")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(bad, 1, 2)
    f = loop.create_future()
    f.add_done_callback(lambda f: 1 / 0)
    f.set_result(1)
    await asyncio.sleep(0.05)
    print("still running")
    loop.call_soon_threadsafe(bad, 3, 4)
    await asyncio.sleep(0)
    await asyncio.sleep(0)


asyncio.run(main())
sys.exit(1)
