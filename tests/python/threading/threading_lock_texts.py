"""Locks: time-outs, wrong releases, reprs, context managers, owners."""
import re
import threading
import time

clean = lambda o: re.sub(r"0x[0-9a-f]+", "0x", re.sub(r"owner=\d+", "owner=N", repr(o)))
lock, rlock = threading.Lock(), threading.RLock()
print(clean(lock), clean(rlock))
print(lock.acquire(), lock.acquire(False), lock.acquire(timeout=0.01), clean(lock))
for call in (lambda: lock.acquire(False, 1), lambda: lock.acquire(True, -2), lambda: lock.acquire(timeout=1e20), lambda: lock.acquire("x", "y"),
             lambda: lock.acquire(blocking=False, timeout=0), lambda: threading.Lock().release(), lambda: rlock.release()):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
t = threading.Thread(target=lock.release)
t.start()
t.join()
print(lock.locked())
with rlock, rlock:
    print(clean(rlock))

    def other():
        print(rlock.acquire(blocking=False), rlock.acquire(timeout=0.02))
        try:
            rlock.release()
        except RuntimeError as e:
            print(e)

    t = threading.Thread(target=other)
    t.start()
    t.join()
try:
    with lock:
        raise KeyError("inside")
except KeyError:
    print(lock.locked())
print(lock.__enter__(), lock.__exit__(None, None, None), type(lock).__name__, type(rlock).__name__)
print(isinstance(lock, threading.Lock))
try:
    class L(threading.Lock): pass
except TypeError as e:
    print(e)
