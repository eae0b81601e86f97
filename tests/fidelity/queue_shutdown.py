"""A queue that is shut down while its workers wait."""
import queue
import threading
import time

jobs = queue.Queue()


def work():
    try:
        while True:
            time.sleep(jobs.get())
    except queue.ShutDown:
        time.sleep(0.1)


threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for _ in range(5):
    jobs.put(0.1)
time.sleep(0.35)
jobs.shutdown()
for thread in threads:
    thread.join()
