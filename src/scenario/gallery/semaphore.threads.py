# title: At most three at a time
# look: Nine threads, three places. The others wait for a place, not for a core.
# ask: Nine calls of 1 s, three at a time. How long?
# choice: 1 s
# choice: = 3 s
# choice: 9 s
# try: Use a ThreadPoolExecutor(3) instead and count the threads.
# variant: threads

import threading
import time

places = threading.Semaphore(3)


def call(n):
    with places:
        time.sleep(1)
        print("call", n, "answered")


start = time.perf_counter()
threads = [threading.Thread(target=call, args=(n,)) for n in range(9)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(f"{time.perf_counter() - start:.1f} s")
