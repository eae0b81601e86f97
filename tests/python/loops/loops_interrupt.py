"""KeyboardInterrupt raised by the program itself, in tasks and callbacks."""
import asyncio


async def cleanup():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled")
        raise
    finally:
        print("cleaned")


def interrupt():
    raise KeyboardInterrupt("callback")


async def main():
    task = asyncio.create_task(cleanup())
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_soon(interrupt)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("main cancelled", error.args)
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    print("interrupt", error.args)
