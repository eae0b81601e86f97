"""wait and as_completed: arguments, sets, time-outs, errors."""
import asyncio


async def job(n):
    await asyncio.sleep(0.01 * n)
    if n == 2:
        raise ValueError("two")
    return n


def attempt(call):
    try:
        return call()
    except BaseException as e:
        print(type(e).__name__, e)


async def main():
    for call in (lambda: asyncio.wait([]), lambda: asyncio.wait([job(0)]), lambda: asyncio.wait(5), lambda: asyncio.wait([asyncio.create_task(asyncio.sleep(0))], return_when="x"), lambda: asyncio.wait(asyncio.create_task(asyncio.sleep(0)))):
        try:
            await call()
        except BaseException as e:
            print(type(e).__name__, e)
    ts = [asyncio.create_task(job(n), name=f"j{n}") for n in (3, 1, 2)]
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)
    print(sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending))
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)
    print(sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending))
    done, pending = await asyncio.wait(ts, timeout=0)
    print(len(done), len(pending))
    done, pending = await asyncio.wait(iter(ts))
    print(len(done), len(pending), [t.exception() for t in ts])
    for f in asyncio.as_completed([job(3), job(1)]):
        print(await f)
    async for t in asyncio.as_completed([asyncio.create_task(job(n), name=f"a{n}") for n in (3, 1)]):
        print(t.get_name(), t.result())
    try:
        for f in asyncio.as_completed([job(1), job(50)], timeout=0.05):
            print(await f)
    except TimeoutError as e:
        print("timeout", repr(e))
    attempt(lambda: asyncio.as_completed(job(1)))
    attempt(lambda: asyncio.as_completed(5))


import warnings
warnings.simplefilter("ignore")
asyncio.run(main())
