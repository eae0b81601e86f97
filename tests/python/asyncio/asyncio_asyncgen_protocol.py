import asyncio


async def echo():
    got = None
    while True:
        try:
            got = yield f"echo {got}"
            await asyncio.sleep(0)
        except ValueError as e:
            got = f"caught {e}"


async def counted(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def main():
    gen = echo()
    print(await gen.asend(None), await gen.asend(5), await gen.athrow(ValueError("v")), sep=" | ")
    await gen.aclose()
    try:
        await gen.asend(1)
    except StopAsyncIteration:
        print("closed")
    print([i async for i in counted(4) if i % 2], {i: i * i async for i in counted(3)})
    print(await anext(counted(0), "default"))
    it = counted(1)
    print(await anext(it))
    try:
        await anext(it)
    except StopAsyncIteration as e:
        print("end", e.args)
    busy = counted(3)
    first = asyncio.create_task(anext(busy))
    second = asyncio.create_task(anext(busy))
    print(await asyncio.gather(first, second, return_exceptions=True))

    async def consume():
        async for i in counted(100):
            if i == 1:
                raise KeyError(i)

    try:
        await consume()
    except KeyError as e:
        print("left with", e)
    gen = counted(2)
    print(gen.__aiter__() is gen, gen.ag_running, type(gen).__name__)
    try:
        await gen.asend(3)
    except TypeError as e:
        print(e)
    async for i in gen:
        print(i)
    else:
        print("exhausted")


asyncio.run(main())
