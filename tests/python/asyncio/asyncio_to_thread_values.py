import asyncio
import contextvars
import threading
import time

user = contextvars.ContextVar("user", default="nobody")


def blocking(n, *, extra=0):
    time.sleep(n / 100)
    return n + extra, user.get(), threading.current_thread() is threading.main_thread()


def failing():
    raise ZeroDivisionError("in a thread")


async def ticker(ticks):
    while True:
        ticks.append(1)
        await asyncio.sleep(0.01)


async def main():
    user.set("ann")
    ticks = []
    tick = asyncio.create_task(ticker(ticks))
    print(await asyncio.to_thread(blocking, 3, extra=4))
    tick.cancel()
    print("the loop went on:", len(ticks) >= 3)
    try:
        await asyncio.to_thread(failing)
    except ZeroDivisionError as e:
        print("failed:", e)
    start = time.monotonic()
    print(sorted(r[0] for r in await asyncio.gather(*[asyncio.to_thread(blocking, 2) for _ in range(4)])))
    print("side by side:", time.monotonic() - start < 0.06)
    try:
        await asyncio.wait_for(asyncio.to_thread(time.sleep, 0.05), 0.01)
    except TimeoutError:
        print("timeout")
    print(threading.active_count() > 1)


asyncio.run(main())
print(threading.active_count())
