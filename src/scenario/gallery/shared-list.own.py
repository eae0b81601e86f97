# variant: a list for each

import threading
import time

results = []


def collect(n):
    own = []
    for i in range(n):
        own.append(i)
    results.extend(own)


start = time.perf_counter()
threads = [threading.Thread(target=collect, args=(200_000,)) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(results), f"{1000 * (time.perf_counter() - start):.0f} ms")
