"""Async generators at the end of a loop, aclose, athrow, errors in cleanup."""
import asyncio


async def gen(name):
    try:
        for i in range(3):
            yield i
            await asyncio.sleep(0)
    finally:
        print("closing", name)
        await asyncio.sleep(0)
        print("closed", name)


async def main():
    async for x in gen("break"):
        print(x)
        break
    g = gen("aclose")
    print(await anext(g), await g.aclose())
    try:
        await anext(g)
    except StopAsyncIteration:
        print("ended")
    print(await anext(g, "default"))
    h = gen("athrow")
    await anext(h)
    try:
        await h.athrow(KeyError("thrown"))
    except KeyError as e:
        print(repr(e))
    import contextlib
    async with contextlib.aclosing(gen("aclosing")) as c:
        print(await anext(c))
    print([x async for x in gen("list") if x], "end of main")


asyncio.run(main())
