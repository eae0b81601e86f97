# title: Without the GIL, one list
# look: Four threads append to one list, and every append waits until the other cores let go of the list's memory. With a list of their own they run side by side.
# ask: Four threads without a GIL append to one list, on four cores. How long do they take, compared with a list for each?
# choice: As long
# choice: Twice as long
# choice: = Many times as long
# try: Start two threads instead of four.
# cores: 4
# gil: off
# select: one list
# variant: one list

import threading
import time

results = []


def collect(n):
    for i in range(n):
        results.append(i)


start = time.perf_counter()
threads = [threading.Thread(target=collect, args=(200_000,)) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(results), f"{1000 * (time.perf_counter() - start):.0f} ms")
