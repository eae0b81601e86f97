"""A chain of tasks ends link by link, one turn each."""
import asyncio

turns = 0


def turn(loop):
    global turns
    turns += 1
    loop.call_soon(turn, loop)


async def link(n, below):
    try:
        await below
    finally:
        print(n, turns - base)


async def main():
    global base
    loop = asyncio.get_running_loop()
    turn(loop)
    for finish in ("result", "exception", "cancel"):
        bottom = below = loop.create_future()
        for n in range(4):
            below = asyncio.create_task(link(n, below))
        for _ in range(6):
            await asyncio.sleep(0)
        base = turns
        if finish == "result":
            bottom.set_result(None)
        elif finish == "exception":
            bottom.set_exception(ValueError("end"))
        else:
            print(below.cancel(), bottom.cancelled())
        try:
            print(await below)
        except (ValueError, asyncio.CancelledError) as error:
            print(type(error).__name__, turns - base, bottom.done())


asyncio.run(main())
