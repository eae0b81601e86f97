import threading
import time

semaphore = threading.Semaphore(2)
active = 0
peak = 0
guard = threading.Lock()


def work():
    global active, peak
    with semaphore:
        with guard:
            active += 1
            peak = max(peak, active)
        time.sleep(0.1)
        with guard:
            active -= 1


start = time.perf_counter()
threads = [threading.Thread(target=work) for _ in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(peak, round(time.perf_counter() - start, 1))
bounded = threading.BoundedSemaphore(1)
bounded.acquire()
print(bounded.acquire(blocking=False))
bounded.release()
try:
    bounded.release()
except ValueError as error:
    print(error)
barrier = threading.Barrier(3)
order = []


def meet(n):
    time.sleep(n * 0.05)
    order.append(f"arrive {n}")
    barrier.wait()
    order.append("go")


threads = [threading.Thread(target=meet, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(order, barrier.parties, barrier.n_waiting)
timer = threading.Timer(0.05, print, args=("timer fired",))
timer.start()
timer.join()
cancelled = threading.Timer(5, print, args=("never",))
cancelled.start()
cancelled.cancel()
cancelled.join()
local = threading.local()
local.value = "main"


def own():
    local.value = "thread"
    print(local.value)


t = threading.Thread(target=own)
t.start()
t.join()
print(local.value, hasattr(local, "other"))
