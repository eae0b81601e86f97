# variant: with a CPU thread

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


counter = threading.Thread(target=cpu)
waiter = threading.Thread(target=io)
counter.start()
waiter.start()
counter.join()
waiter.join()
