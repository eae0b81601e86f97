import asyncio
from contextlib import asynccontextmanager


async def ticker(count):
    for n in range(count):
        await asyncio.sleep(0.001)
        yield n


class Pages:
    def __init__(self, last):
        self.page, self.last = 0, last

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.page == self.last:
            raise StopAsyncIteration
        self.page += 1
        await asyncio.sleep(0)
        return f"page {self.page}"


class Connection:
    async def __aenter__(self):
        print("open")
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, kind, error, traceback):
        print("close", kind)
        return kind is ValueError


class Later:
    def __await__(self):
        yield from asyncio.sleep(0.001).__await__()
        return "awaited object"


@asynccontextmanager
async def session(name):
    print("begin", name)
    try:
        yield name.upper()
    finally:
        print("end", name)


async def main():
    async for n in ticker(3):
        print(n, end=" ")
    else:
        print("else")
    print([n * 2 async for n in ticker(3)], {n: n async for n in ticker(2)}, [p async for p in Pages(2) if "2" in p])
    print([await asyncio.sleep(0, n) for n in range(3)])
    async with Connection() as c:
        print(type(c).__name__)
    async with Connection():
        raise ValueError("swallowed")
    async with session("s") as name, session("t"):
        print(name)
    print(await Later())
    generator = ticker(5)
    print(await anext(generator), await generator.__anext__())
    await generator.aclose()
    try:
        await anext(generator)
    except StopAsyncIteration:
        print("closed")
    for attempt in (5, [1]):
        try:
            await attempt
        except TypeError as error:
            print(error)
    try:
        async for x in [1]:
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())
