# title: Two API calls
# look: The calls take 4 s and 3 s. One after the other they need 7 s; with two threads or two tasks the waits overlap and 4 s are enough.
# ask: Two calls of 4 s and 3 s in two threads. How long do they take together?
# choice: 7 s
# choice: = 4 s
# choice: 3.5 s
# try: Add a third call of 5 s. Which thread decides when the program ends?
# select: threads
# variant: sequential

import time


def call_api(name, seconds):
    print(f"{name}: started")
    time.sleep(seconds)  # waiting for the answer
    print(f"{name}: finished")


start = time.perf_counter()

call_api("first call", 4)
call_api("second call", 3)

print(f"total: {time.perf_counter() - start:.2f} s")
