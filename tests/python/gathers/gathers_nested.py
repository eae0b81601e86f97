"""Gathers of gathers, cancelled from outside and from inside."""
import asyncio


async def leaf(name, seconds, fail=False):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    if fail:
        raise ValueError(name)
    return name


async def attempt(awaitable):
    try:
        print(await awaitable)
    except BaseException as error:
        print(type(error).__name__, error)


async def main():
    await attempt(asyncio.gather(asyncio.gather(leaf("a", 0.01), leaf("b", 0)), leaf("c", 0.02)))
    await attempt(asyncio.gather(asyncio.gather(leaf("d", 0.01, True), leaf("e", 0.03)), leaf("f", 0.02)))
    await asyncio.sleep(0.05)
    inner = asyncio.gather(leaf("g", 1), leaf("h", 1))
    outer = asyncio.gather(inner, leaf("i", 1))
    await asyncio.sleep(0.01)
    outer.cancel()
    await attempt(outer)
    print(inner.cancelled(), outer.cancelled())
    inner = asyncio.gather(leaf("j", 1), leaf("k", 0.02))
    outer = asyncio.gather(inner, leaf("l", 0.03), return_exceptions=True)
    await asyncio.sleep(0.01)
    inner.cancel()
    await attempt(outer)
    await attempt(asyncio.wait_for(asyncio.gather(leaf("m", 1), leaf("n", 1)), 0.01))
    await attempt(asyncio.shield(asyncio.gather(leaf("o", 0.01))))


asyncio.run(main())
