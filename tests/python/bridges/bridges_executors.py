"""run_in_executor with the default, own and process executors."""
import asyncio
import concurrent.futures
import os
import threading


def who(prefix):
    return f"{prefix} {threading.current_thread().name}"


def pid():
    return os.getpid()


def stop():
    raise StopIteration("stop")


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, who, "default"))
    with concurrent.futures.ThreadPoolExecutor(1, thread_name_prefix="own") as pool:
        print(await loop.run_in_executor(pool, who, "own"))
        futures = [loop.run_in_executor(pool, who, n) for n in range(3)]
        print(type(futures[0]).__name__, await asyncio.gather(*futures))
        try:
            await loop.run_in_executor(pool, stop)
        except RuntimeError as error:
            print(error)
    try:
        loop.run_in_executor(pool, who, "late")
    except RuntimeError as error:
        print(error)
    with concurrent.futures.ProcessPoolExecutor(1) as pool:
        print(await loop.run_in_executor(pool, pid) != os.getpid())
    own = concurrent.futures.ThreadPoolExecutor(1, thread_name_prefix="set")
    loop.set_default_executor(own)
    print(await asyncio.to_thread(who, "now"))
    try:
        loop.set_default_executor(5)
    except TypeError as error:
        print(error)
    await loop.shutdown_default_executor()
    try:
        await asyncio.to_thread(who, "after")
    except RuntimeError as error:
        print(error)
    cancelled = asyncio.wrap_future(concurrent.futures.Future())
    cancelled.cancel()
    print(cancelled.cancelled())


if __name__ == "__main__":
    asyncio.run(main())
