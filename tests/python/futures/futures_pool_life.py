"""ThreadPoolExecutor: workers only when needed, names, initializer, shutdown, refusals."""
import threading
import time
from concurrent.futures import ThreadPoolExecutor

for bad in (dict(max_workers=0), dict(max_workers=-1), dict(initializer=3)):
    try:
        ThreadPoolExecutor(**bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
inits = []
pool = ThreadPoolExecutor(3, thread_name_prefix="w", initializer=inits.append, initargs=("x",))
print(len(pool._threads))
for _ in range(3):
    pool.submit(int).result()
    time.sleep(0.01)
print(len(pool._threads), [t.name for t in pool._threads])
fs = [pool.submit(time.sleep, 0.05) for _ in range(5)]
print(len(pool._threads), sorted(t.name for t in pool._threads))
pool.shutdown(wait=False)
print([f.done() for f in fs])
try:
    pool.submit(int)
except RuntimeError as e:
    print(e)
pool.shutdown()
print([f.done() for f in fs], threading.active_count(), inits)
with ThreadPoolExecutor(1) as pool:
    fs = [pool.submit(time.sleep, 0.05) for _ in range(4)]
    time.sleep(0.01)
    pool.shutdown(cancel_futures=True)
    print([f.cancelled() for f in fs])
print(ThreadPoolExecutor()._thread_name_prefix[:19])
