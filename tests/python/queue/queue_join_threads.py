"""join waits for task_done of every item; workers end by None or shutdown."""
import queue
import threading
import time

q = queue.Queue()
done = []


def worker():
    while (item := q.get()) is not None:
        time.sleep(0.01)
        done.append(item)
        q.task_done()
    q.task_done()


ts = [threading.Thread(target=worker) for _ in range(3)]
for t in ts:
    t.start()
for n in range(10):
    q.put(n)
q.join()
print(sorted(done), q.unfinished_tasks, q.empty())
for _ in ts:
    q.put(None)
q.join()
for t in ts:
    t.join()
print(q.unfinished_tasks)
s = queue.Queue()
seen = []


def until_shut():
    try:
        while True:
            seen.append(s.get())
            s.task_done()
    except queue.ShutDown:
        seen.append("shut")


t = threading.Thread(target=until_shut)
t.start()
s.put(1)
s.put(2)
s.shutdown()
t.join()
s.join()
print(seen)
