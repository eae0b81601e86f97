import asyncio
import concurrent.futures
import time


def work(n):
    time.sleep(n / 100)
    if n == 4:
        raise ValueError(n)
    return n * n


async def main():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        futures = [loop.run_in_executor(pool, work, n) for n in (3, 1, 2)]
        print([await f for f in futures], isinstance(futures[0], asyncio.Future))
        order = []
        for f in asyncio.as_completed([loop.run_in_executor(pool, work, n) for n in (6, 1, 2)]):
            order.append(await f)
        print(order)
        try:
            await loop.run_in_executor(pool, work, 4)
        except ValueError as e:
            print("failed", e)
        busy = [loop.run_in_executor(pool, work, 3) for _ in range(3)]
        await asyncio.sleep(0)
        print(busy[2].cancel(), busy[2].cancelled())
        print(await asyncio.gather(*busy, return_exceptions=True))
        wrapped = asyncio.wrap_future(pool.submit(work, 1))
        print(await wrapped, asyncio.wrap_future(wrapped) is wrapped)
    print(await loop.run_in_executor(None, work, 2))
    loop.set_default_executor(concurrent.futures.ThreadPoolExecutor(1, thread_name_prefix="mine"))
    import threading
    print(await loop.run_in_executor(None, lambda: threading.current_thread().name))
    await loop.shutdown_default_executor()
    try:
        loop.run_in_executor(None, work, 1)
    except RuntimeError as e:
        print(e)


asyncio.run(main())
