# title: How much a lock should cover
# look: With the wait inside the lock the four threads queue up behind it. With only the shared list inside, their waits overlap.
# ask: Four threads fetch for 1 s each and append to a list under one lock held all the time. How long does it take?
# choice: 1 s
# choice: = 4 s
# choice: For ever
# try: Move print outside the lock as well and look at who still waits.
# select: wide
# variant: wide

import threading
import time

results = []
lock = threading.Lock()


def fetch(n):
    with lock:
        time.sleep(1)  # the slow part needs no lock
        results.append(n * n)


threads = [threading.Thread(target=fetch, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(results)
