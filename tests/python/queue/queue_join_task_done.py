"""join() waits for task_done() of everything; too many are an error."""
import queue
import threading
import time

q = queue.Queue()
print(q.join(), q.unfinished_tasks)
try:
    q.task_done()
except ValueError as e:
    print(e)
log = []


def worker():
    while (item := q.get()) is not None:
        time.sleep(0.02)
        log.append(item)
        q.task_done()
    q.task_done()


t = threading.Thread(target=worker)
t.start()
for n in range(3):
    q.put(n)
print(q.unfinished_tasks > 0)
q.join()
print(log, q.unfinished_tasks, q.empty())
q.put(None)
q.join()
t.join()
q.put(1)
q.get()
joined = []
j = threading.Thread(target=lambda: (q.join(), joined.append(True)))
j.start()
j.join(0.02)
print(joined, j.is_alive())
q.task_done()
j.join()
print(joined)
