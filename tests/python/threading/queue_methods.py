import queue, threading

q = queue.Queue(maxsize=2)
print(q.empty(), q.full(), q.qsize())
q.put(1)
q.put_nowait(2)
print(q.full(), q.qsize())
for call in (lambda: q.put_nowait(3), lambda: q.put(3, timeout=0.01), lambda: q.put(3, False)):
    try:
        call()
    except queue.Full as e:
        print("Full", repr(e))
print(q.get(), q.get_nowait())
for call in (q.get_nowait, lambda: q.get(timeout=0.01), lambda: q.get(block=False)):
    try:
        call()
    except queue.Empty as e:
        print("Empty", repr(e))
try:
    q.get(timeout=-1)
except ValueError as e:
    print(e)
q.task_done()
q.task_done()
try:
    q.task_done()
except ValueError as e:
    print(e)
l = queue.LifoQueue()
p = queue.PriorityQueue()
for x in (3, 1, 2):
    l.put(x)
    p.put((x, str(x)))
print([l.get() for _ in range(3)], [p.get() for _ in range(3)])
p.put((1, {}))
try:
    p.put((1, {}))
except TypeError as e:
    print(e)
s = queue.SimpleQueue()
s.put("a")
print(s.qsize(), s.empty(), s.get(), s.empty())
try:
    s.get_nowait()
except queue.Empty:
    print("empty")
try:
    s.get(timeout=0.01)
except queue.Empty:
    print("timed out")
t = threading.Timer(0.02, s.put, args=("later",))
t.start()
print(s.get(timeout=1))
done = []
w = queue.Queue()

def worker():
    while True:
        item = w.get()
        if item is None:
            break
        done.append(item * 2)
        w.task_done()

ts = [threading.Thread(target=worker) for _ in range(3)]
for t in ts:
    t.start()
for i in range(10):
    w.put(i)
w.join()
for _ in ts:
    w.put(None)
for t in ts:
    t.join()
print(sorted(done))
z = queue.Queue()
z.put(1)
z.shutdown()
print(z.get(), z.is_shutdown)
for call in (z.get, lambda: z.put(1)):
    try:
        call()
    except queue.ShutDown as e:
        print("ShutDown", repr(e))
