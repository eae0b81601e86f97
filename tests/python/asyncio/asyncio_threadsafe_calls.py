import asyncio
import threading


async def double(n):
    await asyncio.sleep(0.01)
    if n == 13:
        raise ValueError("unlucky")
    return n * 2


def run(loop):
    asyncio.set_event_loop(loop)
    loop.run_forever()
    loop.close()


loop = asyncio.new_event_loop()
thread = threading.Thread(target=run, args=(loop,))
thread.start()
futures = [asyncio.run_coroutine_threadsafe(double(n), loop) for n in (1, 2, 13)]
print(futures[0].result(), futures[1].result(timeout=1))
print(repr(futures[2].exception()))
slow = asyncio.run_coroutine_threadsafe(asyncio.sleep(5), loop)
try:
    slow.result(timeout=0.02)
except TimeoutError as e:
    print("not yet", repr(e))
print(slow.cancel(), slow.cancelled())
try:
    slow.result()
except BaseException as e:
    print(type(e).__module__, type(e).__name__)
try:
    asyncio.run_coroutine_threadsafe(5, loop)
except TypeError as e:
    print(e)
done = threading.Event()
order = []
loop.call_soon_threadsafe(order.append, 1)
loop.call_soon_threadsafe(order.append, 2)
loop.call_soon_threadsafe(done.set)
done.wait()
print(order, loop.is_running())
loop.call_soon_threadsafe(loop.stop)
thread.join()
print(loop.is_running(), loop.is_closed())
try:
    loop.call_soon_threadsafe(print)
except RuntimeError as e:
    print(e)
