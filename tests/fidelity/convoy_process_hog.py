import multiprocessing
import os
import time

# A process that computes takes no GIL away, and who wakes up gets its core.
os.sched_setaffinity(0, {0})


def hog(end):
    while time.perf_counter() < end:
        pass


p = multiprocessing.Process(target=hog, args=(time.perf_counter() + 0.5,))
p.start()
for _ in range(100):
    time.sleep(0.002)
p.join()
