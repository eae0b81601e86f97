"""Four workers share twenty jobs of different length."""
import queue
import threading
import time

jobs = queue.Queue()


def work():
    while True:
        seconds = jobs.get()
        time.sleep(seconds)
        jobs.task_done()


for _ in range(4):
    threading.Thread(target=work, daemon=True).start()
for n in range(20):
    jobs.put(0.02 * (1 + n % 5))
jobs.join()
