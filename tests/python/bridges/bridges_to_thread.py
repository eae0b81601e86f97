"""to_thread: arguments, failures, contexts, names, order."""
import asyncio
import contextvars
import threading
import time

var = contextvars.ContextVar("var", default="none")


def work(a, *, b=0):
    return a, b, var.get(), threading.current_thread().name.split("_")[0], threading.current_thread() is threading.main_thread()


def fail():
    raise ValueError("in thread")


def set_it():
    var.set("changed in thread")
    return var.get()


async def main():
    var.set("main")
    print(await asyncio.to_thread(work, 1, b=2))
    try:
        await asyncio.to_thread(fail)
    except ValueError as error:
        print(error)
    print(await asyncio.to_thread(set_it), var.get())
    begin = time.perf_counter()
    await asyncio.gather(*(asyncio.to_thread(time.sleep, 0.05) for _ in range(3)))
    print(time.perf_counter() - begin < 0.12)
    task = asyncio.create_task(asyncio.to_thread(time.sleep, 0.05))
    await asyncio.sleep(0.01)
    print(task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", time.perf_counter() - begin < 0.1)
    try:
        async with asyncio.timeout(0.01):
            await asyncio.to_thread(time.sleep, 0.03)
    except TimeoutError:
        print("late")
    print([t.name.split("_")[0] for t in threading.enumerate()][1:2])


asyncio.run(main())
print(threading.active_count())
