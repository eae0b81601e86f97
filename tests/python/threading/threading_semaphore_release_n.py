"""Semaphores: release of several, bounds, negative values, time-outs, order of those who wait."""
import threading
import time

for cls in (threading.Semaphore, threading.BoundedSemaphore):
    try:
        cls(-1)
    except ValueError as e:
        print(e)
    s = cls(2)
    print(s.acquire(), s.acquire(timeout=0.01), s.acquire(False), s.acquire(timeout=0.02))
    for n in (0, -1):
        try:
            s.release(n)
        except ValueError as e:
            print(e)
    s.release(2)
    try:
        s.release()
        print("one more")
    except ValueError as e:
        print(e)
    try:
        s.acquire(False, 1)
    except ValueError as e:
        print(e)
    print(repr(s).split(" at ")[0], repr(s).split(": ")[1])
s = threading.Semaphore(0)
done = []
threads = [threading.Thread(target=lambda n=n: (s.acquire(), done.append(n))) for n in range(4)]
for t in threads:
    t.start()
    time.sleep(0.01)
s.release(2)
time.sleep(0.02)
print(done)
s.release(n=2)
for t in threads:
    t.join()
print(done)
