import threading
from collections import deque

c = threading.Condition()
items = deque()

def consumer(n):
    got = []
    with c:
        while len(got) < n:
            while not items:
                c.wait()
            got.append(items.popleft())
    print("got", got)

t = threading.Thread(target=consumer, args=(5,))
t.start()
for i in range(5):
    with c:
        items.append(i)
        c.notify()
t.join()

for call in (c.wait, c.notify, c.notify_all):
    try:
        call()
    except RuntimeError as e:
        print(e)
with c:
    print(c.wait(0.01), c.wait_for(lambda: False, 0.01), c.wait_for(lambda: 7))
# A nested RLock is released whole by wait.
inner = threading.RLock()
k = threading.Condition(inner)
state = []

def waiter():
    with k:
        with k:
            state.append("waiting")
            k.wait()
            state.append("woken")

t = threading.Thread(target=waiter)
t.start()
while not state:
    pass
with k:
    state.append("notify")
    k.notify_all()
t.join()
print(state)
print(repr(threading.Condition(threading.Lock()))[:30])
lock = threading.Lock()
d = threading.Condition(lock)
print(d.acquire(), lock.locked(), d.acquire(False))
d.release()
print(lock.locked())
