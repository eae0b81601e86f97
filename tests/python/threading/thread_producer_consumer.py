import queue
import threading
import time

tasks = queue.Queue(maxsize=2)
results = []


def producer():
    for n in range(5):
        tasks.put(n)
        print("put", n)
        time.sleep(0.01)
    tasks.put(None)


def consumer():
    while True:
        n = tasks.get()
        if n is None:
            break
        time.sleep(0.1)
        results.append(n * n)


p = threading.Thread(target=producer)
c = threading.Thread(target=consumer)
start = time.perf_counter()
p.start()
c.start()
p.join()
c.join()
print(results, round(time.perf_counter() - start, 1))
jobs = queue.Queue()


def worker():
    while True:
        item = jobs.get()
        time.sleep(0.05)
        jobs.task_done()


for _ in range(2):
    threading.Thread(target=worker, daemon=True).start()
for item in range(6):
    jobs.put(item)
start = time.perf_counter()
jobs.join()
print("all done", round(time.perf_counter() - start, 2), jobs.empty(), jobs.qsize())
