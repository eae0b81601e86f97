import queue
import threading


def worker(jobs, results):
    while (n := jobs.get()) is not None:
        results.put(n * n)


jobs, results = queue.Queue(), queue.Queue()
threads = [threading.Thread(target=worker, args=(jobs, results)) for _ in range(4)]
for thread in threads:
    thread.start()
for n in range(20_000):
    jobs.put(n)
for _ in threads:
    jobs.put(None)
for thread in threads:
    thread.join()
print(sum(results.get() for _ in range(20_000)))
