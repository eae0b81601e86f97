# variant: room for two

import queue
import threading
import time

jobs = queue.Queue(maxsize=2)


def produce():
    for n in range(8):
        time.sleep(0.05)
        jobs.put(n)
        print("put", n, "waiting:", jobs.qsize())
    jobs.put(None)


def consume():
    while (n := jobs.get()) is not None:
        time.sleep(0.31)


for target in (produce, consume):
    threading.Thread(target=target).start()
