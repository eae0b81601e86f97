# title: Asking again and again, or being told
# look: The poller wakes up forty times in vain and is still late by up to its interval. The other sleeps once and is woken at the right moment.
# ask: The result is there after 2.03 s and the poller looks every 50 ms. When does it notice?
# choice: After 2.03 s
# choice: = After 2.05 s
# choice: After 2.08 s
# try: Poll every millisecond and compare the time on the core.
# select: polling
# variant: polling

import threading
import time

ready = False


def work():
    global ready
    time.sleep(2.03)
    ready = True


start = time.perf_counter()
threading.Thread(target=work).start()
while not ready:
    time.sleep(0.05)
print(f"noticed after {time.perf_counter() - start:.2f} s")
