"""gather: order, repetitions, mixtures."""
import asyncio


async def after(seconds, value):
    await asyncio.sleep(seconds)
    if isinstance(value, Exception):
        raise value
    return value


async def main():
    print(await asyncio.gather(after(0.03, "a"), after(0.01, "b"), after(0.02, "c")))
    coro = after(0, "twice")
    print(await asyncio.gather(coro, coro, coro))
    task = asyncio.create_task(after(0, "task"))
    future = asyncio.get_running_loop().create_future()
    future.set_result("future")
    print(await asyncio.gather(task, future, after(0, "coro"), task))
    print(await asyncio.gather(*[]), await asyncio.gather(return_exceptions=True))
    print(await asyncio.gather(asyncio.gather(after(0, 1), after(0, 2)), after(0, 3)))
    results = await asyncio.gather(after(0.01, ValueError("v")), after(0, 1), after(0, KeyError("k")), return_exceptions=True)
    print(results)
    gathered = asyncio.gather(after(0, 1))
    print(type(gathered).__name__, gathered.done())
    await gathered
    print(gathered)
    for bad in (5, None, [after]):
        try:
            asyncio.gather(bad)
        except TypeError as error:
            print(error)


asyncio.run(main())
