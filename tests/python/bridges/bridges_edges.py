"""run_in_executor, to_thread, run_coroutine_threadsafe: errors, cancellation, results."""
import asyncio
import concurrent.futures as cf
import threading
import time


def work(n):
    time.sleep(0.02)
    if n < 0:
        raise ValueError(n)
    return n, threading.current_thread() is threading.main_thread()


async def value(n):
    await asyncio.sleep(0.01)
    if n < 0:
        raise KeyError(n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, work, 1), await asyncio.to_thread(work, n=2))
    for n in (-1,):
        try:
            await asyncio.to_thread(work, n)
        except ValueError as e:
            print("ValueError", e)
    f = loop.run_in_executor(None, work, 3)
    await asyncio.sleep(0)
    print(f.cancel())
    try:
        await f
    except asyncio.CancelledError:
        print("cancelled, the thread goes on")
    with cf.ThreadPoolExecutor(1, thread_name_prefix="own") as pool:
        print(await loop.run_in_executor(pool, work, 4))
    try:
        loop.run_in_executor(pool, work, 5)
    except RuntimeError as e:
        print(e)
    try:
        loop.set_default_executor("x")
    except TypeError as e:
        print(e)

    def other():
        f = asyncio.run_coroutine_threadsafe(value(5), loop)
        g = asyncio.run_coroutine_threadsafe(value(-5), loop)
        h = asyncio.run_coroutine_threadsafe(asyncio.sleep(10), loop)
        try:
            h.result(0.05)
        except TimeoutError:
            print("h", h.cancel())
        try:
            asyncio.run_coroutine_threadsafe(5, loop)
        except TypeError as e:
            print(e)
        return f.result(), repr(g.exception())

    print(await asyncio.to_thread(other))
    try:
        await asyncio.to_thread(lambda: next(iter([])))
    except RuntimeError as e:
        print("RuntimeError", e)
    except StopIteration as e:
        print("StopIteration")


asyncio.run(main())
