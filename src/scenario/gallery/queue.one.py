# title: A producer and its consumers
# look: An item comes every 0.2 s and takes 0.5 s to handle. One consumer falls behind, three keep up and wait for work.
# ask: Ten items, one every 0.2 s, 0.5 s of work each. How long do three consumers take?
# choice: 5 s, as long as one
# choice: = About 2.5 s
# choice: 1.7 s, a third of one
# try: Use two consumers. Is the producer or the work the limit?
# watch: jobs.qsize()
# select: three consumers
# variant: one consumer

import queue
import threading
import time

jobs = queue.Queue()


def produce():
    for n in range(10):
        time.sleep(0.2)
        jobs.put(n)
    jobs.put(None)


def consume():
    while (n := jobs.get()) is not None:
        time.sleep(0.5)
        print("done", n)


start = time.perf_counter()
workers = [threading.Thread(target=produce), threading.Thread(target=consume)]
for w in workers:
    w.start()
for w in workers:
    w.join()
print(f"{time.perf_counter() - start:.1f} s")
