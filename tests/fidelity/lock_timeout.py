"""Locks that cannot be had in time."""
import threading
import time

lock = threading.Lock()
lock.acquire()
for seconds in (0.05, 0.1, 0.2):
    assert not lock.acquire(timeout=seconds)
threading.Timer(0.3, lock.release).start()
assert lock.acquire(timeout=2)
