"""Semaphores: values, release of several, bounds, time-outs, with."""
import re
import threading

clean = lambda o: re.sub(r"0x[0-9a-f]+", "0x", repr(o))
for make in (lambda: threading.Semaphore(-1), lambda: threading.BoundedSemaphore(-1), lambda: threading.Semaphore("a")):
    try:
        make()
    except Exception as e:
        print(type(e).__name__, e)
s = threading.Semaphore(2)
print(clean(s), s.acquire(), s.acquire(False), s.acquire(blocking=False), s.acquire(timeout=0.01), clean(s))
for call in (lambda: s.acquire(False, 1), lambda: s.release(0), lambda: s.release(-1)):
    try:
        call()
    except ValueError as e:
        print(e)
s.release(5)
print(clean(s))
b = threading.BoundedSemaphore(2)
print(clean(b))
try:
    b.release()
except ValueError as e:
    print(e)
with b:
    print(clean(b))
    try:
        b.release(2)
    except ValueError as e:
        print(e)
print(clean(b))
