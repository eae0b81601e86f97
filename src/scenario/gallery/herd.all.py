# title: A thundering herd
# look: notify_all wakes all twenty waiters for a single item: nineteen find nothing and lie down again, ten times over.
# ask: Twenty threads wait, ten items come one by one, each with notify_all. How often is a thread woken?
# choice: 10 times
# choice: 30 times
# choice: = More than 100 times
# try: Count the switches of the GIL in both variants.
# select: notify_all
# variant: notify_all

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
        changed.notify_all()
time.sleep(0.1)
with changed:
    closed = True
    changed.notify_all()
for t in threads:
    t.join()
print("wake-ups:", wakeups)
