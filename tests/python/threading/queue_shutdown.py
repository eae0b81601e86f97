import queue
import threading

q = queue.Queue()
results = []


def worker(name):
    try:
        while True:
            results.append(q.get())
            q.task_done()
    except queue.ShutDown:
        results.append("end")


threads = [threading.Thread(target=worker, args=(n,)) for n in range(2)]
for t in threads:
    t.start()
for n in range(5):
    q.put(n)
q.join()
q.shutdown()
for t in threads:
    t.join()
print(sorted(results, key=str))
for act in (lambda: q.put(1), q.get, q.get_nowait):
    try:
        act()
    except queue.ShutDown as e:
        print(repr(e))
q = queue.Queue()
q.put("left")
q.put("over")
q.shutdown()
print(q.get(), q.get())
try:
    q.get()
except queue.ShutDown:
    print("now it is empty")
q = queue.Queue()
q.put("dropped")
waiter = threading.Thread(target=q.join)
waiter.start()
q.shutdown(immediate=True)
waiter.join(1)
print(waiter.is_alive(), q.qsize(), q.is_shutdown)
full = queue.Queue(1)
full.put(1)


def blocked():
    try:
        full.put(2)
    except queue.ShutDown:
        print("a blocked put ends")


t = threading.Thread(target=blocked)
t.start()
full.shutdown()
t.join()
