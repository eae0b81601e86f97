import asyncio


async def numbers(name):
    try:
        n = 0
        while True:
            yield n
            n += 1
            await asyncio.sleep(0)
    finally:
        await asyncio.sleep(0)
        print(name, "closed")


kept = []


async def main():
    for name in ("a", "b"):
        gen = numbers(name)
        kept.append(gen)
        async for n in gen:
            if n == 2:
                break
        print(name, "left at", n)
    unused = numbers("never begun")
    kept.append(unused)
    finished = numbers("finished")
    print(await anext(finished))
    await finished.aclose()
    print("main ends")


asyncio.run(main())


async def bad():
    try:
        yield 1
    finally:
        raise RuntimeError("while closing")


async def failing():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"].split("<")[0], repr(context["exception"])))
    gen = bad()
    kept.append(gen)
    print(await anext(gen))


asyncio.run(failing())
