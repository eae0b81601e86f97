"""Locks: what acquire() takes and refuses, and who may release."""
import threading
import time

lock = threading.Lock()
for args, kw in [((False, 1), {}), ((True, -2), {}), ((True, 1e10), {}), ((), {"timeout": "x"}), ((), {"timeout": None}),
                 ((1, 2, 3), {}), ((), {"wait": 1}), ((True, float("nan")), {})]:
    try:
        print(lock.acquire(*args, **kw))
        lock.release()
    except Exception as e:
        print(type(e).__name__, e)
print(lock.acquire(timeout=-1), lock.locked(), lock.acquire(False), lock.acquire(blocking=False))
started = time.monotonic()
print(lock.acquire(timeout=0.05), round(time.monotonic() - started, 2))
threading.Thread(target=lock.release).start()
time.sleep(0.01)
print(lock.locked())
try:
    lock.release()
except RuntimeError as e:
    print(e)
with lock as got:
    print(got, lock.locked())
for make in (lambda: threading.Lock(1), lambda: threading.Lock(a=1)):
    try:
        make()
    except TypeError as e:
        print(e)
