# variant: a future

import time
from concurrent.futures import ThreadPoolExecutor


def work(n):
    time.sleep(0.5)
    if n == 2:
        raise ValueError("no such page")
    return n * n


with ThreadPoolExecutor(4) as pool:
    futures = [pool.submit(work, n) for n in range(4)]
    for n, future in enumerate(futures):
        try:
            print(n, future.result())
        except ValueError as e:
            print(n, "failed:", e)
