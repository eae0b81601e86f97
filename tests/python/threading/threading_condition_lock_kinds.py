"""Conditions over a Lock and over an RLock; what needs the lock, and that wait() frees an RLock held twice."""
import threading
import time

for make in (threading.Lock, threading.RLock):
    cond = threading.Condition(make())
    for call in (cond.wait, cond.notify, cond.notify_all, lambda: cond.wait_for(lambda: False)):
        try:
            call()
        except RuntimeError as e:
            print(e)
    with cond:
        print(cond.wait(0.01), cond.wait(0), cond.wait_for(lambda: False, 0.01), cond.wait_for(lambda: 7))
cond = threading.Condition()
seen = []


def waker():
    with cond:
        seen.append("in")
        cond.notify()


with cond, cond:
    threading.Thread(target=waker).start()
    started = time.monotonic()
    print(cond.wait(5), time.monotonic() - started < 1, seen, cond._lock._recursion_count())
print(repr(cond).startswith("<Condition(<unlocked _thread.RLock object owner=0 count=0"), repr(cond)[-5:])
