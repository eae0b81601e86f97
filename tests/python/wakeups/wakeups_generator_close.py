"""aclose, athrow and asend: what each step of an asynchronous generator answers."""
import asyncio


async def numbers():
    got = None
    try:
        for n in range(5):
            try:
                got = yield (n, got)
            except ValueError as error:
                got = yield ("caught", str(error))
    except GeneratorExit:
        print("exit")
        raise
    finally:
        await asyncio.sleep(0)
        print("finally")


async def main():
    generator = numbers()
    print(await generator.asend(None), await generator.asend("a"))
    print(await generator.athrow(ValueError("v")))
    print(await generator.asend("b"))
    await generator.aclose()
    for step in (generator.asend, anext):
        try:
            print(await (step(generator) if step is anext else step(None)))
        except StopAsyncIteration as error:
            print(type(error).__name__)
    fresh = numbers()
    try:
        await fresh.asend("too early")
    except TypeError as error:
        print(error)
    await fresh.aclose()
    busy = numbers()
    first = asyncio.create_task(anext(busy))
    await first
    tasks = [asyncio.create_task(busy.aclose()), asyncio.create_task(busy.aclose())]
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        print(result)


asyncio.run(main())
