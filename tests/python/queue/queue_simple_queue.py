"""SimpleQueue: no bound, no join; time-outs and what it refuses."""
import queue
import threading
import time

q = queue.SimpleQueue()
print(q.empty(), q.qsize(), q.put(1), q.put(2, False), q.put_nowait(3), q.put(4, timeout=-1), q.qsize())
print(q.get(), q.get(False), q.get_nowait(), q.get(timeout=0.1))
for call in (q.get_nowait, lambda: q.get(False), lambda: q.get(timeout=0.02), lambda: q.get(timeout=-1),
             lambda: q.get(True, -0.5)):
    try:
        call()
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)
got = []
threads = []
for n in range(3):
    threads.append(threading.Thread(target=lambda n=n: got.append((n, q.get()))))
    threads[-1].start()
    time.sleep(0.01)
for item in "abc":
    q.put(item)
    time.sleep(0.01)
for t in threads:
    t.join()
print(got, q.empty())
