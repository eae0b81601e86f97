"""A producer that waits for room."""
import queue
import threading
import time

jobs = queue.Queue(maxsize=2)


def consume():
    while jobs.get() is not None:
        time.sleep(0.06)
        jobs.task_done()
    jobs.task_done()


thread = threading.Thread(target=consume)
thread.start()
for n in range(10):
    jobs.put(n)
jobs.put(None)
jobs.join()
thread.join()
