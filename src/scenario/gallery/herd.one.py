# variant: notify

import threading
import time

items = []
closed = False
wakeups = 0
changed = threading.Condition()


def consume():
    global wakeups
    with changed:
        while not closed:
            changed.wait()
            wakeups += 1
            if items:
                items.pop()


threads = [threading.Thread(target=consume) for _ in range(20)]
for t in threads:
    t.start()
for n in range(10):
    time.sleep(0.1)
    with changed:
        items.append(n)
        changed.notify()
time.sleep(0.1)
with changed:
    closed = True
    changed.notify_all()
for t in threads:
    t.join()
print("wake-ups:", wakeups)
