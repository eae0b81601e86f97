"""A semaphore lets so many in; the peak is counted."""
import threading
import time

limit = threading.BoundedSemaphore(3)
lock = threading.Lock()
inside = peak = 0
order = []


def work(n):
    global inside, peak
    with limit:
        with lock:
            inside += 1
            peak = max(peak, inside)
        time.sleep(0.05)
        with lock:
            inside -= 1
            order.append(n)


ts = [threading.Thread(target=work, args=(n,)) for n in range(9)]
began = time.monotonic()
for t in ts:
    t.start()
    time.sleep(0.002)
for t in ts:
    t.join()
print(peak, inside, sorted(order), round(time.monotonic() - began, 1))
try:
    limit.release()
except ValueError as e:
    print(e)
s = threading.Semaphore(0)
print(s.acquire(blocking=False), s.acquire(timeout=0.05))
threading.Timer(0.05, s.release, args=(2,)).start()
print(s.acquire(), s.acquire(timeout=1))
