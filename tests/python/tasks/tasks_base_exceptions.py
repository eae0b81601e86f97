"""SystemExit and KeyboardInterrupt leave the loop at once."""
import asyncio


async def leave(kind):
    await asyncio.sleep(0)
    raise kind("leaving")


async def main(kind):
    task = asyncio.create_task(leave(kind))
    try:
        await task
    except BaseException as error:
        print("main sees", type(error).__name__, error)
        raise


for kind in (SystemExit, KeyboardInterrupt, GeneratorExit):
    try:
        asyncio.run(main(kind))
    except BaseException as error:
        print("run raises", type(error).__name__, error)


async def direct():
    raise SystemExit(3)


try:
    asyncio.run(direct())
except SystemExit as error:
    print(error.code)
