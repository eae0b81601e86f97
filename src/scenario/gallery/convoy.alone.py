# title: CPU + I/O: the convoy effect
# look: After each wait of 1 ms the I/O thread needs the GIL back, and the counting thread keeps it for 5 ms more: waiting 1 ms takes 6.
# ask: A thread waits 50 times for 1 ms, beside one that counts. How long do its waits take?
# choice: 50 ms
# choice: = About 300 ms
# choice: 5 s
# try: Make the switch interval 1 ms.
# cores: 2
# select: with a CPU thread
# variant: I/O alone

import threading
import time

ROUNDS = 50


def io():
    start = time.perf_counter()
    for _ in range(ROUNDS):
        time.sleep(0.001)  # a short answer from the network
    print(f"{ROUNDS} short waits: {time.perf_counter() - start:.2f} s")


def cpu():
    count = 0
    while count < 20_000_000:
        count = count + 1
    print("counted")


waiter = threading.Thread(target=io)
waiter.start()
waiter.join()
