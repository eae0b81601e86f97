"""shutdown(immediate=True): the queue is emptied, getters, putters and joiners are woken."""
import queue
import threading
import time

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    q = kind()
    for n in (3, 1, 2):
        q.put(n)
    joined = []
    j = threading.Thread(target=lambda: joined.append(q.join()))
    j.start()
    time.sleep(0.01)
    q.shutdown(immediate=True)
    j.join()
    print(kind.__name__, joined, q.qsize(), q.unfinished_tasks, q.is_shutdown)
    for call in (q.get, lambda: q.put(1), q.task_done):
        try:
            call()
        except (queue.ShutDown, ValueError) as e:
            print(" ", type(e).__name__, e)
q = queue.Queue()
woken = []


def getter(n):
    try:
        q.get(timeout=5)
    except queue.ShutDown:
        woken.append(n)


threads = [threading.Thread(target=getter, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
time.sleep(0.01)
started = time.monotonic()
q.shutdown(True)
for t in threads:
    t.join()
print(sorted(woken), time.monotonic() - started < 1)
