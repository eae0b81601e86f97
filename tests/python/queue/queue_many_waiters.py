"""Waiting getters are served in order; shutdown wakes all."""
import queue
import threading
import time

q = queue.Queue()
out = []


def get(n):
    try:
        out.append((n, q.get()))
    except queue.ShutDown:
        out.append((n, "shut"))


ts = []
for n in range(5):
    ts.append(threading.Thread(target=get, args=(n,)))
    ts[-1].start()
    time.sleep(0.1)
for item in "ab":
    q.put(item)
    time.sleep(0.1)
print(out)
q.shutdown()
[t.join() for t in ts]
print(sorted(out))
full = queue.Queue(1)
full.put(0)


def put(n):
    try:
        full.put(n)
        out.append(("put", n))
    except queue.ShutDown as e:
        out.append(("put", "shut"))


out.clear()
ts = []
for n in range(3):
    ts.append(threading.Thread(target=put, args=(n,)))
    ts[-1].start()
    time.sleep(0.1)
print(full.get())
time.sleep(0.1)
full.shutdown(immediate=True)
[t.join() for t in ts]
print(out, full.qsize())
