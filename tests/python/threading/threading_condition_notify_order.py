"""notify(n) wakes the oldest waiters; more than there are is no error; nobody waits, nothing is kept."""
import threading
import time

cond = threading.Condition()
order = []


def wait(n):
    with cond:
        cond.wait()
        order.append(n)


threads = []
for n in range(6):
    threads.append(threading.Thread(target=wait, args=(n,)))
    threads[-1].start()
    time.sleep(0.01)
for count in (1, 2, 0, 10):
    with cond:
        cond.notify(count)
    time.sleep(0.05)
    print(count, order)
for t in threads:
    t.join()
with cond:
    cond.notify_all()
    print(cond.wait(0.01))
