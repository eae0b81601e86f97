import asyncio


async def job():
    me = asyncio.current_task()
    print("in", me.get_name(), me.done(), me in asyncio.all_tasks())
    await asyncio.sleep(0)
    return me


async def forever():
    await asyncio.Event().wait()


async def main():
    me = asyncio.current_task()
    print(me.get_name(), me.get_coro().__name__, me is asyncio.current_task(asyncio.get_running_loop()))
    a = asyncio.create_task(job(), name="alpha")
    b = asyncio.create_task(job())
    b.set_name("beta")
    c = asyncio.create_task(job(), name=7)
    print(sorted(t.get_name() for t in asyncio.all_tasks() if t is not me), len(asyncio.all_tasks()))
    print(await a is a, await b is b, c.get_name())
    await c
    print(len(asyncio.all_tasks()), {a: 1}[a], a == b, hash(a) == hash(a))
    for act in (lambda: a.set_result(1), lambda: a.set_exception(ValueError()), lambda: asyncio.create_task(5), lambda: asyncio.Task(print)):
        try:
            act()
        except (RuntimeError, TypeError) as e:
            print(type(e).__name__, str(e).split(" at ")[0])
    waiting = asyncio.create_task(forever(), name="forever")
    await asyncio.sleep(0)
    print(waiting.done(), waiting.get_coro().cr_running, waiting.get_stack() is not None)
    waiting.cancel()
    try:
        await waiting
    except asyncio.CancelledError:
        print(waiting.cancelled())
    print(isinstance(me, asyncio.Future), asyncio.iscoroutine(me.get_coro()), asyncio.iscoroutinefunction(job))
    first, second = asyncio.create_task(asyncio.sleep(0)), asyncio.create_task(asyncio.sleep(0))
    n = int(first.get_name().split("-")[1])
    print(first.get_name().startswith("Task-"), second.get_name() == f"Task-{n + 1}")
    await asyncio.gather(first, second)


asyncio.run(main())
try:
    asyncio.current_task()
except RuntimeError as e:
    print(e)
