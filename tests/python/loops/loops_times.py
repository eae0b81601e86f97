"""call_at, call_later, time: order of equal times, cancelled timers, negative delays."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    out = []
    now = loop.time()
    for name, when in (("c", 0.03), ("a", 0.01), ("b", 0.02), ("b2", 0.02), ("past", -1)):
        loop.call_at(now + when, out.append, name)
    loop.call_later(0, out.append, "zero")
    loop.call_soon(out.append, "soon")
    cancelled = loop.call_later(0.015, out.append, "no")
    cancelled.cancel()
    print(cancelled.cancelled(), round(cancelled.when() - now, 3))
    await asyncio.sleep(0.05)
    print(out)
    for call in (lambda: loop.call_at(None, print), lambda: loop.call_later(None, print), lambda: loop.call_later("x", print), lambda: loop.call_soon(), lambda: loop.call_later(1)):
        try:
            call()
        except TypeError as e:
            print("TypeError", e)
    for delay in (-1, 0, 0.0, True):
        print(await asyncio.sleep(delay, "r"))
    for bad in (float("nan"), "x", None):
        try:
            await asyncio.sleep(bad)
        except Exception as e:
            print(type(e).__name__, e)


asyncio.run(main())
