"""loop.time() and what passes between turns."""
import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    begin, real = loop.time(), time.monotonic()
    print(abs(begin - real) < 0.05, type(begin).__name__)
    await asyncio.sleep(0.05)
    print(0.05 <= loop.time() - begin < 0.09)
    begin = loop.time()
    fired = []
    for delay in (0.02, 0.04):
        loop.call_later(delay, lambda: fired.append(loop.time() - begin))
    time.sleep(0.06)
    await asyncio.sleep(0)
    print(len(fired), all(0.06 <= t < 0.1 for t in fired))
    begin = loop.time()
    await asyncio.gather(*(asyncio.sleep(0.03) for _ in range(50)))
    print(0.03 <= loop.time() - begin < 0.07)
    begin = loop.time()
    for value in (True, False, 0.0, -0.0, 1e-9):
        await asyncio.sleep(value / 100)
    print(0.01 <= loop.time() - begin < 0.05)
    try:
        await asyncio.sleep(float("nan"))
    except ValueError as error:
        print(error)
    try:
        await asyncio.sleep("1")
    except TypeError as error:
        print(error)


asyncio.run(main())
