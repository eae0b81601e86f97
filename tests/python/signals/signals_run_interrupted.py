"""Ctrl-C in asyncio.run cancels the main task; finally blocks run; KeyboardInterrupt comes out."""
import asyncio
import signal


async def main():
    asyncio.get_running_loop().call_later(0.05, signal.raise_signal, signal.SIGINT)
    other = asyncio.create_task(asyncio.sleep(10), name="other")
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print("cancelled", repr(e), asyncio.current_task().cancelling())
        raise
    finally:
        print("cleanup", other.done())


try:
    asyncio.run(main())
except KeyboardInterrupt as e:
    print("KeyboardInterrupt", repr(e), type(e.__context__).__name__)


async def stubborn():
    asyncio.get_running_loop().call_later(0.01, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("swallowed")
    return "value"


try:
    print(asyncio.run(stubborn()))
except KeyboardInterrupt:
    print("still interrupted")
