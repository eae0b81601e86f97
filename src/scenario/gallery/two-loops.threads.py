# variant: threads

import threading
import time


def count_up(name):
    print(f"{name}: started")
    count = 0
    while count < 100_000_000:
        count = count + 1
    print(f"{name}: counted to {count:,}")


start = time.perf_counter()

first = threading.Thread(target=count_up, args=("first",))
second = threading.Thread(target=count_up, args=("second",))

first.start()
second.start()
first.join()
second.join()

print(f"total: {time.perf_counter() - start:.1f} s")
