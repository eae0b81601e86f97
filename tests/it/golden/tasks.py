import asyncio


async def call(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    print(await asyncio.gather(call("a", 2), call("b", 3)))


asyncio.run(main())
