import queue
import threading
import time

q = queue.Queue(2)
for kwargs in ({"block": False}, {"timeout": 0.02}, {"timeout": 0}):
    start = time.monotonic()
    try:
        q.get(**kwargs)
    except queue.Empty as e:
        print("empty", kwargs, repr(e), time.monotonic() - start >= kwargs.get("timeout", 0))
q.put(1)
q.put(2)
for kwargs in ({"block": False}, {"timeout": 0.02}):
    try:
        q.put(3, **kwargs)
    except queue.Full as e:
        print("full", kwargs, repr(e))
for act in (lambda: q.get(timeout=-1), lambda: q.put(1, timeout=-1)):
    try:
        act()
    except ValueError as e:
        print(e)
print(q.full(), q.qsize(), q.empty(), q.get(), q.get_nowait(), q.empty())


def later(seconds, act, *args):
    threading.Timer(seconds, act, args).start()


later(0.02, q.put, "late")
print(q.get(timeout=1))
q.put("a")
q.put("b")
later(0.02, q.get)
q.put("c", timeout=1)
print(q.qsize(), q.unfinished_tasks)
for _ in range(6):
    q.task_done()
try:
    q.task_done()
except ValueError as e:
    print(e)
q.join()
done = []


def worker():
    while (item := jobs.get()) is not None:
        time.sleep(0.01)
        done.append(item)
        jobs.task_done()
    jobs.task_done()


jobs = queue.PriorityQueue()
for item in (3, 1, 2):
    jobs.put(item)
thread = threading.Thread(target=worker)
thread.start()
jobs.join()
print(done, jobs.unfinished_tasks)
stop = queue.SimpleQueue()
print(stop.empty(), stop.qsize())
thread2 = threading.Thread(target=lambda: print("got", stop.get(timeout=1)))
thread2.start()
stop.put("simple")
thread2.join()
try:
    stop.get(timeout=0.01)
except queue.Empty:
    print("simple queue empty")
jobs.put(None)
thread.join()
print(thread.is_alive())
