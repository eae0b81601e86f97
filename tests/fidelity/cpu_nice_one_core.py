import os
import time
from multiprocessing import Process

os.sched_setaffinity(0, {0})


def work(nice, n):
    os.nice(nice)
    i = 0
    while i < n:
        i = i + 1


# Three times the work of the other at about three times its share: both end together.
processes = [Process(target=work, args=(0, 9_000_000)), Process(target=work, args=(5, 3_000_000))]
for p in processes:
    p.start()
for p in processes:
    p.join()
