"""What becomes of the others when one of a gather fails."""
import asyncio


async def work(name, seconds, error=None):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    print(name, "ends")
    if error:
        raise error
    return name


async def main():
    a, b, c = (asyncio.create_task(work(*p)) for p in (("a", 0.01, ValueError("a")), ("b", 0.03), ("c", 0.02, KeyError("c"))))
    try:
        await asyncio.gather(a, b, c)
    except ValueError as error:
        print("first failure", error, b.done(), c.done())
    await asyncio.sleep(0.05)
    print(b.result(), repr(c.exception()))
    gathered = asyncio.gather(work("d", 1), work("e", 0.01))
    await asyncio.sleep(0.02)
    print(gathered.cancel("enough"), gathered.done())
    try:
        await gathered
    except asyncio.CancelledError as error:
        print("cancelled", error.args, gathered.cancelled(), gathered.cancel())
    gathered = asyncio.gather(work("f", 1), work("g", 0.01), return_exceptions=True)
    await asyncio.sleep(0.02)
    print(gathered.cancel())
    try:
        print(await gathered)
    except asyncio.CancelledError as error:
        print("cancelled", error.args, gathered.cancelled())
    child = asyncio.create_task(work("h", 1))
    gathered = asyncio.gather(child, work("i", 0.01))
    await asyncio.sleep(0)
    child.cancel("only the child")
    try:
        await gathered
    except asyncio.CancelledError as error:
        print("from the child", error.args)
    child = asyncio.create_task(work("j", 1))
    gathered = asyncio.gather(child, work("k", 0.01), return_exceptions=True)
    await asyncio.sleep(0)
    child.cancel("only the child")
    print([repr(r) for r in await gathered])


asyncio.run(main())
