import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def blocking(n):
    time.sleep(0.1)
    return n * 2, threading.current_thread() is threading.main_thread()


async def ticker(log):
    for _ in range(3):
        log.append("tick")
        await asyncio.sleep(0.03)


async def main():
    log = []
    start = time.perf_counter()
    results = await asyncio.gather(asyncio.to_thread(blocking, 1), asyncio.to_thread(blocking, 2), ticker(log))
    print(results[:2], log, round(time.perf_counter() - start, 1))
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=2) as pool:
        start = time.perf_counter()
        print(await asyncio.gather(*(loop.run_in_executor(pool, blocking, n) for n in range(4))))
        print(round(time.perf_counter() - start, 1))
    done = asyncio.Event()
    threading.Timer(0.05, lambda: loop.call_soon_threadsafe(done.set)).start()
    await asyncio.wait_for(done.wait(), 1)
    print("set from a thread")
    log.clear()
    task = asyncio.create_task(ticker(log))
    time.sleep(0.1)
    print(log)
    await task
    print(log)


def other_loop():
    print("loop in thread:", asyncio.run(asyncio.sleep(0.01, "slept")))


asyncio.run(main())
thread = threading.Thread(target=other_loop)
thread.start()
thread.join()


async def answer():
    return 42


loop = asyncio.new_event_loop()
runner = threading.Thread(target=loop.run_forever, daemon=True)
runner.start()
print(asyncio.run_coroutine_threadsafe(answer(), loop).result())
loop.call_soon_threadsafe(loop.stop)
runner.join()
loop.close()
