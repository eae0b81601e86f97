# variant: narrow

import threading
import time

results = []
lock = threading.Lock()


def fetch(n):
    time.sleep(1)
    with lock:
        results.append(n * n)


threads = [threading.Thread(target=fetch, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results))
