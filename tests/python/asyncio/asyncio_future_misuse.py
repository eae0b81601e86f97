"""Futures: states, wrong awaits, results twice, iteration."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    for call in (f.result, f.exception):
        try:
            call()
        except asyncio.InvalidStateError as e:
            print(type(e).__name__, e)
    f.set_result(1)
    for call in (lambda: f.set_result(2), lambda: f.set_exception(ValueError())):
        try:
            call()
        except asyncio.InvalidStateError as e:
            print(type(e).__name__, e)
    g = loop.create_future()
    for bad in (5, StopIteration, StopIteration(1), ValueError):
        try:
            g.set_exception(bad)
            print("set", repr(g.exception()))
        except TypeError as e:
            print("TypeError", e)
        g = loop.create_future()
    print(f.remove_done_callback(print), f.get_loop() is loop, f.cancel(), await f, await f)
    try:
        await asyncio.wait_for(g, 0.01)
    except TimeoutError:
        print(g.cancelled())

    class Bad:
        def __await__(self):
            yield 5

    class NotIter:
        def __await__(self):
            return 5

    for b in (Bad(), NotIter(), 7, None):
        try:
            await asyncio.ensure_future(b) if isinstance(b, (Bad, NotIter)) else await b
        except Exception as e:
            print(type(e).__name__, e)

    async def me():
        await asyncio.current_task()

    try:
        await asyncio.create_task(me(), name="me")
    except RuntimeError as e:
        print(str(e)[:35])
    other = asyncio.new_event_loop()
    h = other.create_future()
    try:
        await h
    except RuntimeError as e:
        print("different loop" in str(e), str(e)[:20], str(e)[-28:])
    other.close()
    print(asyncio.isfuture(f), asyncio.isfuture(5), asyncio.iscoroutine(main))


asyncio.run(main())
