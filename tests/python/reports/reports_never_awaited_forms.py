"""Coroutines that nobody awaits."""
import asyncio


async def work(n):
    return n


async def gen():
    yield 1


async def main():
    work(1)
    x = work(2)
    x = None
    [work(i) for i in range(2)]
    asyncio.sleep(1)
    gen()
    try:
        await asyncio.gather(work(3), 5)
    except TypeError as e:
        print(e)
    y = work(4)
    y.close()
    print("end of main")


asyncio.run(main())
work(6)
raise SystemExit(1)
