# variant: three consumers

import queue
import threading
import time

CONSUMERS = 3
jobs = queue.Queue()


def produce():
    for n in range(10):
        time.sleep(0.2)
        jobs.put(n)
    for _ in range(CONSUMERS):
        jobs.put(None)


def consume():
    while (n := jobs.get()) is not None:
        time.sleep(0.5)
        print("done", n)


start = time.perf_counter()
workers = [threading.Thread(target=produce)]
workers += [threading.Thread(target=consume) for _ in range(CONSUMERS)]
for w in workers:
    w.start()
for w in workers:
    w.join()
print(f"{time.perf_counter() - start:.1f} s")
