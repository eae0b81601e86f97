"""How many turns of the loop a sleep takes."""
import asyncio

turns = 0


def turn(loop):
    global turns
    turns += 1
    loop.call_soon(turn, loop)


async def counted(name, coro):
    before = turns
    await coro
    print(name, turns - before)


async def nothing():
    pass


async def deeper(n):
    if n:
        await deeper(n - 1)
    else:
        await asyncio.sleep(0)


async def main():
    turn(asyncio.get_running_loop())
    await asyncio.sleep(0)
    await counted("sleep(0)", asyncio.sleep(0))
    await counted("sleep(-1)", asyncio.sleep(-1))
    await counted("plain", nothing())
    await counted("deep sleep(0)", deeper(50))
    for _ in range(3):
        await counted("again", asyncio.sleep(0))


asyncio.run(main())
