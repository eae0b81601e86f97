# variant: threads

import threading
import time


def call_api(name, seconds):
    print(f"{name}: started")
    time.sleep(seconds)  # waiting for the answer
    print(f"{name}: finished")


start = time.perf_counter()

first = threading.Thread(target=call_api, args=("first call", 4))
second = threading.Thread(target=call_api, args=("second call", 3))

first.start()
second.start()

first.join()
second.join()

print(f"total: {time.perf_counter() - start:.2f} s")
