"""Conditions without their lock; wait_for with values; notify counts."""
import threading
import time

c = threading.Condition()
for call in (c.wait, c.notify, c.notify_all, lambda: c.wait_for(lambda: True), c.release):
    try:
        print(call())
    except RuntimeError as e:
        print("RuntimeError", e)
with c:
    print(c.wait(0.01), c.wait_for(lambda: 0, 0.02), c.wait_for(lambda: "yes"), c.wait(-1), c.wait(0))
got = []


def waiter(n):
    with c:
        c.wait()
        got.append(n)


ts = [threading.Thread(target=waiter, args=(i,)) for i in range(5)]
for t in ts:
    t.start()
    time.sleep(0.01)
with c:
    c.notify(2)
time.sleep(0.02)
print(sorted(got))
with c:
    c.notify(0)
    c.notify(100)
for t in ts:
    t.join()
print(sorted(got), repr(c).startswith("<Condition(<unlocked _thread.RLock object owner=0 count=0 at"), repr(c)[-4:])
plain = threading.Condition(threading.Lock())
with plain:
    print(plain.acquire(False), repr(plain)[:38])
