# Async generators: iteration, asend, athrow, aclose, finally, async comprehensions, anext with default, async with stacks.
import asyncio
from contextlib import asynccontextmanager, aclosing, AsyncExitStack


async def count(n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            got = yield i
            if got:
                print("got", got)
    except ValueError as e:
        print("thrown", e)
        yield "recovered"
    finally:
        print("finally", n)


class Ticker:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


@asynccontextmanager
async def resource(name):
    print("open", name)
    try:
        yield name.upper()
    except KeyError as e:
        print("swallowed", e)
    finally:
        print("close", name)


async def main():
    print([x async for x in count(3)], {x: y async for x in Ticker(2) for y in "a"}, [await asyncio.sleep(0, x) for x in (1, 2)])
    g = count(5)
    print(await g.asend(None), await g.asend("hello"), await anext(g))
    print(await g.athrow(ValueError("bad")), await anext(g, "default"), await anext(g, "again"))
    async with aclosing(count(9)) as g:
        async for x in g:
            if x == 1:
                break
    g = count(2)
    await anext(g)
    await g.aclose()
    for job in (anext(g), g.asend(1), anext(Ticker(0))):
        try:
            print(await job)
        except StopAsyncIteration as e:
            print("stop", repr(e))
    async with resource("a") as a, resource("b") as b:
        print(a, b)
        raise KeyError("inside")
    async with AsyncExitStack() as stack:
        print([await stack.enter_async_context(resource(n)) for n in "xy"])
        stack.push_async_callback(asyncio.sleep, 0)
        stack.callback(print, "callback")
    async for i in Ticker(3):
        if i == 1:
            continue
        print("tick", i)
    else:
        print("else")
    print(type(count(1)).__name__, (x async for x in Ticker(1)).__name__, [x async for x in (y * 2 async for y in Ticker(3)) if x])
    try:
        async for x in [1]:
            pass
    except TypeError as e:
        print(e)
    try:
        async with open:
            pass
    except TypeError as e:
        print(e)
    late = count(1)
    await late.asend(None)
    try:
        await late.asend(None)
    except StopAsyncIteration:
        print("done")


asyncio.run(main())
