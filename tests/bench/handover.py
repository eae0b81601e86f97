import queue
import threading


def consume(jobs):
    while jobs.get() is not None:
        pass


jobs = queue.Queue(1000)
thread = threading.Thread(target=consume, args=(jobs,))
thread.start()
for n in range(1_000_000):
    jobs.put(n)
jobs.put(None)
thread.join()
