"""shutdown(): what is in may be got, what waits is woken."""
import queue
import threading
import time

q = queue.Queue(2)
q.put(1)
q.put(2)
out = []


def putter():
    try:
        q.put(3)
    except queue.ShutDown as e:
        out.append(("put", type(e).__name__, str(e)))


t = threading.Thread(target=putter)
t.start()
time.sleep(0.02)
q.shutdown()
t.join()
print(out, q.is_shutdown, q.qsize())
for call in (lambda: q.put(4), lambda: q.put_nowait(4), lambda: q.put(4, timeout=1), q.get, lambda: q.get(False), q.get, q.get_nowait,
             lambda: q.get(timeout=0.1)):
    try:
        print(call())
    except queue.ShutDown as e:
        print("ShutDown", e)
q.shutdown()
q.task_done()
q.task_done()
print(q.join(), q.unfinished_tasks)
empty = queue.LifoQueue()
empty.shutdown(immediate=False)
try:
    empty.get(timeout=5)
except queue.ShutDown:
    print("at once")
