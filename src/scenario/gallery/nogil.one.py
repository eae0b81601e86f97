# title: CPU + CPU without the GIL
# look: In a free-threaded build two threads use two cores; one core has to be shared, and a third and fourth stay idle.
# ask: The same two threads without a GIL, on four cores instead of two. What changes?
# choice: Twice as fast
# choice: = Nothing
# choice: Slower
# try: Start four threads.
# gil: off
# select: 2 cores
# variant: 1 core
# cores: 1

import threading
import time


def work():
    count = 0
    while count < 10_000_000:
        count = count + 1


start = time.perf_counter()
threads = [threading.Thread(target=work, name=name) for name in ("left", "right")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"two loops: {time.perf_counter() - start:.2f} s")
