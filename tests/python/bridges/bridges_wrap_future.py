"""Futures of threads and of the loop, tied to each other."""
import asyncio
import concurrent.futures
import threading


async def main():
    for finish in ("result", "exception", "cancel"):
        plain = concurrent.futures.Future()
        wrapped = asyncio.wrap_future(plain)
        print(asyncio.isfuture(wrapped), asyncio.wrap_future(wrapped) is wrapped, end=" ")

        def end():
            if finish == "cancel":
                plain.cancel()
            elif finish == "result":
                plain.set_result(finish)
            else:
                plain.set_exception(KeyError(finish))

        threading.Timer(0.01, end).start()
        try:
            print(await wrapped)
        except (KeyError, asyncio.CancelledError) as error:
            print(type(error).__name__, error)
    plain = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(plain)
    wrapped.cancel()
    await asyncio.sleep(0)
    print(plain.cancelled(), wrapped.cancelled())
    plain = concurrent.futures.Future()
    plain.set_running_or_notify_cancel()
    wrapped = asyncio.wrap_future(plain)
    wrapped.cancel()
    await asyncio.sleep(0)
    print(plain.cancelled(), plain.running())
    plain.set_result("too late")
    await asyncio.sleep(0)
    print(wrapped.cancelled())
    try:
        asyncio.wrap_future(5)
    except AssertionError as error:
        print(error)
    print(await asyncio.gather(*map(asyncio.wrap_future, [done(n) for n in range(3)])))


def done(n):
    future = concurrent.futures.Future()
    future.set_result(n)
    return future


asyncio.run(main())
