import threading
import time

cond = threading.Condition()
for act in (cond.wait, cond.notify, cond.notify_all, cond.release):
    try:
        act()
    except RuntimeError as e:
        print(e)
with cond:
    start = time.monotonic()
    print(cond.wait(0.02), time.monotonic() - start >= 0.02)
    print(cond.wait(0), cond.wait_for(lambda: False, timeout=0.01), cond.wait_for(lambda: 7))
    with cond:
        print("entered twice", cond.wait(0.01))
print(cond.acquire(blocking=False), cond.acquire(timeout=1))
cond.release()
cond.release()
lock = threading.Lock()
plain = threading.Condition(lock)
with plain:
    print(lock.locked(), plain._is_owned())
print(lock.locked(), plain._is_owned())
order = []
ready = threading.Semaphore(0)


def waiter(n):
    with plain:
        ready.release()
        plain.wait()
        order.append(n)


threads = []
for n in range(4):
    t = threading.Thread(target=waiter, args=(n,))
    t.start()
    ready.acquire()
    threads.append(t)
with plain:
    plain.notify(2)
threads[0].join()
threads[1].join()
print(sorted(order))
with plain:
    plain.notify(0)
    plain.notify(100)
for t in threads:
    t.join()
print(sorted(order))
value = 0


def producer():
    global value
    for _ in range(3):
        time.sleep(0.005)
        with cond:
            value += 1
            cond.notify_all()


t = threading.Thread(target=producer)
t.start()
with cond:
    print(cond.wait_for(lambda: value >= 3, timeout=2), value)
t.join()
