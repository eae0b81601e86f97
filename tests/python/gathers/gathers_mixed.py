"""gather: results in order, exceptions in place, the same awaitable twice, cancelled children."""
import asyncio


async def job(n):
    await asyncio.sleep(0.01 * (3 - n))
    if n == 2:
        raise ValueError(n)
    return n


async def main():
    print(await asyncio.gather(job(0), job(1), job(2), return_exceptions=True))
    t = asyncio.create_task(job(1))
    print(await asyncio.gather(t, t, t))
    c = asyncio.create_task(asyncio.sleep(1))
    asyncio.get_running_loop().call_soon(c.cancel)
    print(await asyncio.gather(c, job(1), return_exceptions=True))
    c = asyncio.create_task(asyncio.sleep(1))
    asyncio.get_running_loop().call_soon(c.cancel, "why")
    try:
        await asyncio.gather(c, job(1))
    except asyncio.CancelledError as e:
        print("cancelled", e.args)
    slow = asyncio.create_task(job(0), name="slow")
    try:
        await asyncio.gather(job(2), slow)
    except ValueError as e:
        print("first failure", e, slow.done())
    print(await slow)
    print(await asyncio.gather())
    g = asyncio.gather(job(0), job(1))
    print(type(g).__name__, g.done(), await g, g.done())
    outer = asyncio.create_task(asyncio.wait_for(asyncio.gather(asyncio.sleep(5), asyncio.sleep(6)), 0.01))
    try:
        await outer
    except TimeoutError:
        print("timeout")
    print(len(asyncio.all_tasks()))
    try:
        await asyncio.gather(1)
    except TypeError as e:
        print(e)


asyncio.run(main())
