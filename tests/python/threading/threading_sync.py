import threading, time

s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(blocking=False), s.acquire(timeout=0.01))
s.release(2)
try:
    s.release(0)
except ValueError as e:
    print(e)
try:
    threading.Semaphore(-1)
except ValueError as e:
    print(e)
try:
    s.acquire(blocking=False, timeout=1)
except ValueError as e:
    print(e)
b = threading.BoundedSemaphore(1)
b.acquire()
b.release()
try:
    b.release()
except ValueError as e:
    print(e)
e = threading.Event()
print(e.is_set(), e.wait(0.01))
t = threading.Timer(0.05, e.set)
t.start()
print(e.wait(1), e.is_set())
e.clear()
print(e.is_set())
t = threading.Timer(10, print, args=("never",))
t.start()
t.cancel()
t.join()
print("cancelled", t.is_alive())
order = []
bar = threading.Barrier(3, action=lambda: order.append("all"))

def party(n):
    i = bar.wait()
    order.append("out")

ts = [threading.Thread(target=party, args=(i,)) for i in range(3)]
[t.start() for t in ts]
[t.join() for t in ts]
print(order, bar.parties, bar.n_waiting, bar.broken)
try:
    bar.wait(0.01)
except threading.BrokenBarrierError as err:
    print("broken", type(err).__name__, bar.broken)
bar.reset()
print(bar.broken)
lk = threading.Lock()
print(lk.acquire(), lk.locked(), lk.acquire(False), lk.acquire(timeout=0.01))
lk.release()
for call in (lk.release, threading.RLock().release, lambda: lk.acquire(False, 1), lambda: lk.acquire(True, -2)):
    try:
        call()
    except (RuntimeError, ValueError) as err:
        print(type(err).__name__, err)
r = threading.RLock()
with r:
    with r:
        print(r.acquire(), "nested")
        r.release()

def other():
    print(r.acquire(False))

r.acquire()
x = threading.Thread(target=other)
x.start()
x.join()
x = threading.Thread(target=lambda: print(r.acquire(timeout=0.01)))
x.start()
x.join()
r.release()
with lk as got:
    print(got)
