import threading
import time

lock = threading.Lock()
counter = 0
log = []


def add(times):
    global counter
    for _ in range(times):
        with lock:
            counter += 1


threads = [threading.Thread(target=add, args=(1000,)) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(counter, lock.locked())


def hold(name, wait):
    time.sleep(wait)
    with lock:
        log.append(f"{name} in")
        time.sleep(0.1)
        log.append(f"{name} out")


threads = [threading.Thread(target=hold, args=(n, i * 0.03)) for i, n in enumerate("abc")]
start = time.perf_counter()
for t in threads:
    t.start()
for t in threads:
    t.join()
print(log, round(time.perf_counter() - start, 1))
print(lock.acquire(), lock.acquire(blocking=False), lock.acquire(timeout=0.05), lock.locked())
lock.release()
try:
    lock.release()
except RuntimeError as error:
    print(error)
again = threading.RLock()
with again:
    with again:
        print("reentrant")
try:
    again.release()
except RuntimeError as error:
    print(error)
