import queue
import time

q = queue.Queue(2)
q.put(1)
q.put(2)
print(q.full(), q.qsize(), q.empty())
for attempt in (lambda: q.put_nowait(3), lambda: q.put(3, timeout=0.05), lambda: q.put(3, False)):
    try:
        attempt()
    except queue.Full as error:
        print("full", repr(error))
print(q.get(), q.get(), q.empty())
start = time.monotonic()
try:
    q.get(timeout=0.2)
except queue.Empty as error:
    print("empty", repr(error), round(time.monotonic() - start, 1))
try:
    q.get_nowait()
except queue.Empty:
    print("nothing")
stack = queue.LifoQueue()
for n in range(3):
    stack.put(n)
print([stack.get() for _ in range(3)])
heap = queue.PriorityQueue()
for entry in [(3, "c"), (1, "a"), (2, "b")]:
    heap.put(entry)
print([heap.get() for _ in range(3)])
simple = queue.SimpleQueue()
simple.put("x")
print(simple.get(), simple.empty())
try:
    q.task_done()
    q.task_done()
    q.task_done()
except ValueError as error:
    print(error)
