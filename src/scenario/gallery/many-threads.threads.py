# title: 512 threads that wait
# look: A thread that sleeps needs no core and no GIL: 512 waits of 1 s are over after little more than 1 s, most of it the start of the threads.
# ask: 512 threads sleep for 1 s on two cores. How long?
# choice: 256 s
# choice: = A little more than 1 s
# choice: Exactly 1 s
# try: Let them compute instead of sleeping.
# variant: threads

import threading
import time


def wait():
    time.sleep(1)


start = time.perf_counter()
threads = [threading.Thread(target=wait) for _ in range(512)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"{len(threads)} waits of 1 s: {time.perf_counter() - start:.2f} s")
