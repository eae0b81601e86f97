import asyncio


async def job(name, delay, fail=False):
    await asyncio.sleep(delay)
    if fail:
        raise RuntimeError(name)
    return name


async def main():
    for coro in asyncio.as_completed([job("slow", 0.03), job("fast", 0.01), job("mid", 0.02)]):
        print(await coro, end=" ")
    print()
    tasks = [asyncio.create_task(job(n, d), name=n) for n, d in (("b", 0.02), ("a", 0.01))]
    async for task in asyncio.as_completed(tasks):
        print(task.get_name(), task is tasks[0], task.result(), await task)
    try:
        for coro in asyncio.as_completed([job("one", 0.01), job("bad", 0.02, True), job("two", 0.03)]):
            print(await coro)
    except RuntimeError as e:
        print("failed", e)
    try:
        for coro in asyncio.as_completed([job("quick", 0.01), job("late", 1)], timeout=0.05):
            print(await coro)
    except TimeoutError as e:
        print("timeout", repr(e))
    try:
        async for task in asyncio.as_completed([job("p", 0.01), job("q", 1)], timeout=0.05):
            print(task.result())
    except asyncio.TimeoutError:
        print("async timeout")
    print([await c for c in asyncio.as_completed([])])
    same = asyncio.create_task(job("same", 0.01))
    print(len([await c for c in asyncio.as_completed([same, same])]))
    unused = job("x", 0)
    try:
        asyncio.as_completed(unused)
    except TypeError as e:
        print(e)
    unused.close()
    for first in asyncio.as_completed([asyncio.sleep(0, "zero"), asyncio.sleep(0.01, "later")]):
        print(await first)
        break


import warnings
warnings.simplefilter("ignore")
asyncio.run(main())
