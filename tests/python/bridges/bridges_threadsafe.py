"""run_coroutine_threadsafe: results, failures, cancellation from both sides."""
import asyncio
import concurrent.futures
import threading


async def work(seconds, error=None):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        cancelled.set()
        raise
    if error:
        raise error
    return "worked"


async def cancel_me():
    asyncio.current_task().cancel()
    await asyncio.sleep(0)


cancelled = threading.Event()
loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever)
thread.start()
future = asyncio.run_coroutine_threadsafe(work(0.01), loop)
print(type(future).__module__, future.result(1), future.done())
future = asyncio.run_coroutine_threadsafe(work(0, ValueError("v")), loop)
try:
    future.result(1)
except ValueError as error:
    print(error)
future = asyncio.run_coroutine_threadsafe(work(5), loop)
try:
    future.result(0.02)
except TimeoutError:
    print("late", future.cancel(), future.cancelled())
print(cancelled.wait(1))
future = asyncio.run_coroutine_threadsafe(cancel_me(), loop)
try:
    future.result(1)
except concurrent.futures.CancelledError as error:
    print(type(error).__name__, future.cancelled())
try:
    asyncio.run_coroutine_threadsafe(5, loop)
except TypeError as error:
    print(error)
seen = []
future = asyncio.run_coroutine_threadsafe(work(0.01), loop)
future.add_done_callback(lambda f: seen.append(threading.current_thread() is thread))
concurrent.futures.wait([future])
barrier = threading.Event()
loop.call_soon_threadsafe(barrier.set)
barrier.wait()
print(seen)
loop.call_soon_threadsafe(loop.stop)
thread.join()
loop.close()
