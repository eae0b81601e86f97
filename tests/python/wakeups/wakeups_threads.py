"""Calls from other threads come in with the next turn, in their order."""
import asyncio
import threading


async def main():
    loop = asyncio.get_running_loop()
    seen = []
    done = loop.create_future()

    def other():
        for n in range(5):
            loop.call_soon_threadsafe(seen.append, n)
        loop.call_soon_threadsafe(done.set_result, "end")

    thread = threading.Thread(target=other)
    thread.start()
    print(await done, seen)
    thread.join()
    handle = loop.call_soon_threadsafe(seen.append, "own")
    print(type(handle).__name__, handle.cancelled(), seen[-1])
    await asyncio.sleep(0)
    print(seen[-1])
    handle = loop.call_soon_threadsafe(seen.append, "never")
    handle.cancel()
    await asyncio.sleep(0)
    print(seen[-1], handle.cancelled())


asyncio.run(main())
