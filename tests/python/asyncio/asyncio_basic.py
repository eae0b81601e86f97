import asyncio
import time


async def work(name, delay):
    print(name, "start")
    await asyncio.sleep(delay)
    print(name, "end")
    return name.upper()


async def main():
    start = time.perf_counter()
    print(await asyncio.gather(work("a", 0.2), work("b", 0.1), work("c", 0.15)))
    print(round(time.perf_counter() - start, 1))
    task = asyncio.create_task(work("t", 0.1))
    print("created", task.done())
    await asyncio.sleep(0)
    print("after yield")
    print(await task, task.done(), task.result())
    print(await work("direct", 0))
    one, two = asyncio.create_task(work("x", 0.1)), asyncio.create_task(work("y", 0.05))
    await one
    await two
    return "main result"


print(asyncio.run(main()))


async def nothing():
    pass


print(asyncio.run(nothing()), asyncio.iscoroutinefunction(nothing))
for bad in (lambda: asyncio.run(5), lambda: asyncio.get_running_loop()):
    try:
        bad()
    except (ValueError, RuntimeError, TypeError) as error:
        print(type(error).__name__, error)
loop = asyncio.new_event_loop()
print(loop.run_until_complete(work("loop", 0.01)), loop.is_running())
loop.close()
print(loop.is_closed())
