"""A loop in a thread of its own that is asked from outside."""
import asyncio
import threading
import time

loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever)
thread.start()
future = asyncio.run_coroutine_threadsafe(asyncio.sleep(0.3, "done"), loop)
time.sleep(0.1)
assert future.result(timeout=2) == "done"
late = asyncio.run_coroutine_threadsafe(asyncio.sleep(5), loop)
try:
    late.result(timeout=0.2)
except TimeoutError:
    late.cancel()
    time.sleep(0.05)
loop.call_soon_threadsafe(loop.stop)
thread.join()
loop.close()
