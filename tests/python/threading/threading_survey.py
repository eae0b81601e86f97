import threading, time, queue
from concurrent.futures import ThreadPoolExecutor, as_completed
def w(n, d): time.sleep(d); return n*n
with ThreadPoolExecutor(max_workers=3, thread_name_prefix="pool") as ex:
    fs = {ex.submit(w, i, i/50): i for i in (3,1,2)}
    for f in as_completed(fs): print(fs[f], f.result())
    print(list(ex.map(w, [1,2,3], [.03,.02,.01])))
    bad = ex.submit(lambda: 1/0); print(repr(bad.exception()), bad.done())
    try: bad.result()
    except ZeroDivisionError as e: print("caught", e)
    try: ex.submit(time.sleep, .2).result(timeout=.01)
    except TimeoutError as e: print(repr(e))
    f = ex.submit(w, 1, 0); f.add_done_callback(lambda f: print("cb", f.result()))
try: ex.submit(w)
except RuntimeError as e: print(e)
t = threading.Thread(target=w, args=(1,.01), name="T1", daemon=True); print(t, t.is_alive()); t.start(); print(t.name, t.daemon); t.join(); print(str(t).split('(')[0], t.is_alive())
try: t.start()
except RuntimeError as e: print(e)
lock = threading.Lock(); print(lock.acquire(), lock.locked(), lock.acquire(blocking=False), lock.acquire(timeout=.01)); lock.release()
try: lock.release()
except RuntimeError as e: print(e)
r = threading.RLock()
with r:
    with r: print("re")
c = threading.Condition(); items=[]
def cons():
    with c:
        while not items: c.wait()
        print("got", items.pop())
th = threading.Thread(target=cons); th.start()
time.sleep(.01)
with c: items.append(1); c.notify_all()
th.join()
e = threading.Event(); threading.Timer(.02, e.set).start(); print(e.wait(.001), e.wait(), e.is_set())
b = threading.Barrier(2, timeout=1); o=[]
def bw(): o.append(b.wait())
ts=[threading.Thread(target=bw) for _ in range(2)]; [t.start() for t in ts]; [t.join() for t in ts]; print(sorted(o), b.n_waiting, b.parties)
q = queue.PriorityQueue(); [q.put(x) for x in [(2,'b'),(1,'a')]]; print(q.get(), q.qsize(), q.empty())
try: queue.Queue(1).get_nowait()
except queue.Empty as e: print(repr(e))
qq = queue.Queue(1); qq.put(1)
try: qq.put(2, timeout=.01)
except queue.Full as e: print(repr(e))
loc = threading.local(); loc.x = 1
def lw():
    try: loc.x
    except AttributeError as e: print(e)
x=threading.Thread(target=lw); x.start(); x.join()
def boom(): raise ValueError("in thread")
def hook(a): print("hook", a.exc_type.__name__, a.exc_value, a.thread.name)
threading.excepthook = hook
x=threading.Thread(target=boom, name="bo"); x.start(); x.join()
print(threading.main_thread().name, threading.active_count(), [t.name for t in threading.enumerate()])
s = threading.BoundedSemaphore(1); s.acquire(); s.release()
try: s.release()
except ValueError as e: print(e)
