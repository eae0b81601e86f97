# variant: a sum each

import threading
import time

sums = []


def add(steps):
    own = 0
    for _ in range(steps):
        own += 1
    sums.append(own)


start = time.perf_counter()
threads = [threading.Thread(target=add, args=(20_000,)) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sum(sums), f"{1000 * (time.perf_counter() - start):.0f} ms")
