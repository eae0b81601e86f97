"""Tasks, futures and loops that are made without one running."""
import asyncio
import warnings

warnings.simplefilter("error")


async def step():
    return "step"


for call in (asyncio.Future, asyncio.get_event_loop, lambda: asyncio.gather(), asyncio.Lock, asyncio.Queue, asyncio.Event, asyncio.Semaphore):
    try:
        result = call()
        print(type(result).__name__)
    except (DeprecationWarning, RuntimeError) as error:
        print(type(error).__name__, error)
coro = step()
for call in (asyncio.ensure_future, asyncio.create_task, asyncio.shield, asyncio.gather, asyncio.wait_for):
    try:
        result = call(coro, 1) if call is asyncio.wait_for else call(coro)
        print(type(result).__name__)
        result.close()
    except (DeprecationWarning, RuntimeError) as error:
        print(type(error).__name__, error)
loop = asyncio.new_event_loop()
future = asyncio.Future(loop=loop)
task = asyncio.Task(coro, loop=loop)
print(future.get_loop() is loop, loop.run_until_complete(task))
loop.close()
