"""Asynchronous generators that are left open."""
import asyncio


async def numbers(name):
    try:
        for n in range(10):
            await asyncio.sleep(0)
            yield n
    finally:
        print(name, "closing")
        await asyncio.sleep(0)
        print(name, "closed")


async def fails():
    try:
        yield 1
    finally:
        raise ValueError("in finally")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"].split(" <")[0], repr(context["exception"]), sorted(context)))
    kept = numbers("kept")
    print(await anext(kept))
    closed = numbers("closed by hand")
    print(await anext(closed))
    await closed.aclose()
    exhausted = [n async for n in numbers("exhausted")]
    print(len(exhausted))
    bad = fails()
    print(await anext(bad))
    untouched = numbers("untouched")
    print("main ends")
    return kept, bad, untouched


kept = asyncio.run(main())


async def after():
    try:
        await anext(kept[0])
    except StopAsyncIteration:
        print("it has ended")


asyncio.run(after())
