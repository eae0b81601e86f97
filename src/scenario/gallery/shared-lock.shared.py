# title: Without the GIL, but with a lock
# look: Four threads on four cores, and one lock around every step: they run one after the other again. With a sum of their own they run side by side.
# ask: Four threads without a GIL add to one counter under a lock. How much faster than one thread?
# choice: Four times
# choice: = Not at all
# choice: Twice
# try: Take the lock once for every 1,000 steps.
# cores: 4
# gil: off
# select: one lock
# variant: one lock

import threading
import time

total = 0
lock = threading.Lock()


def add(steps):
    global total
    for _ in range(steps):
        with lock:
            total += 1


start = time.perf_counter()
threads = [threading.Thread(target=add, args=(20_000,)) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(total, f"{1000 * (time.perf_counter() - start):.0f} ms")
