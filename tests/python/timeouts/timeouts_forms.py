"""timeout, timeout_at and wait_for: reprs, misuse, nesting, expiry."""
import asyncio
import re

clean = lambda o: re.sub(r"when=[0-9.]+", "when=W", repr(o))


async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.timeout(0.01)
    print(clean(t), t.expired())
    try:
        async with t as x:
            print(clean(x), x is t)
            await asyncio.sleep(1)
    except TimeoutError as e:
        print(clean(t), t.expired(), repr(e), repr(e.__cause__))
    try:
        async with t:
            pass
    except RuntimeError as e:
        print(e)
    try:
        asyncio.timeout(1).reschedule(5)
    except RuntimeError as e:
        print(e)
    async with asyncio.timeout(None) as n:
        print(clean(n), n.when())
        n.reschedule(loop.time() + 0.01)
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("inside", n.expired(), clean(n))
    print("swallowed", n.expired(), clean(n))
    try:
        async with asyncio.timeout(0.05):
            async with asyncio.timeout(0.01):
                await asyncio.sleep(1)
    except TimeoutError:
        print("inner to outer")
    try:
        async with asyncio.timeout(-1):
            print("body begins")
            await asyncio.sleep(0)
            print("not here")
    except TimeoutError:
        print("past")
    for call in (lambda: asyncio.wait_for(asyncio.sleep(1), 0.01), lambda: asyncio.wait_for(asyncio.sleep(1), 0), lambda: asyncio.wait_for(asyncio.sleep(0, "v"), None), lambda: asyncio.wait_for(5, 1)):
        try:
            print(await call())
        except BaseException as e:
            print(type(e).__name__, e)
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(1)
    except asyncio.TimeoutError as e:
        print(asyncio.TimeoutError is TimeoutError)
    try:
        async with asyncio.timeout(1):
            raise KeyError("own")
    except KeyError as e:
        print(repr(e))
    with __import__("contextlib").suppress(TypeError):
        with asyncio.timeout(1):
            pass


asyncio.run(main())
