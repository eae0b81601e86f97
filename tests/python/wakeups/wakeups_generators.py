"""Asynchronous generators suspend only where they really wait."""
import asyncio

turns = 0


def turn(loop):
    global turns
    turns += 1
    loop.call_soon(turn, loop)


async def numbers(n, wait):
    for i in range(n):
        if wait:
            await asyncio.sleep(0)
        yield i


async def main():
    turn(asyncio.get_running_loop())
    for wait in (False, True):
        base = turns
        async for i in numbers(3, wait):
            print(wait, i, turns - base)
        base = turns
        print([i async for i in numbers(4, wait)], turns - base)
        generator = numbers(5, wait)
        base = turns
        print(await anext(generator), await generator.asend(None), turns - base)
        await generator.aclose()
        print(turns - base, await anext(generator, "end"))


asyncio.run(main())
