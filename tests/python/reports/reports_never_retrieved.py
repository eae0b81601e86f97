"""Failures of tasks that nobody asks for."""
import asyncio


async def bad(n):
    raise ValueError(n)


async def main():
    asyncio.create_task(bad(1), name="one")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("after one")
    task = asyncio.create_task(bad(2), name="two")
    await asyncio.wait([task])
    print("two is kept")
    task = None
    print("two is dropped")
    asked = asyncio.create_task(bad(3), name="three")
    await asyncio.wait([asked])
    asked.exception()
    asked = None
    gathered = await asyncio.gather(bad(4), bad(5), return_exceptions=True)
    print(gathered)
    try:
        await asyncio.gather(bad(6), bad(7))
    except ValueError as error:
        print("six", error)
    print("main ends")


asyncio.run(main())
raise SystemExit(5)
