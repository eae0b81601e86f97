# title: How many workers?
# look: Up to the twenty requests there are, more workers overlap more waits. Beyond that they have nothing to do.
# ask: Twenty requests of 0.5 s. What do 40 workers gain over 20?
# choice: Half the time
# choice: = Nothing
# choice: A little
# try: Limit the host to five requests at a time in the machine's settings.
# host: shop.example 500 ms
# select: 5 workers
# variant: 1 workers

import time
from concurrent.futures import ThreadPoolExecutor

import requests

WORKERS = 1


def fetch(n):
    return requests.get(f"https://shop.example/item/{n}").status_code


start = time.perf_counter()
with ThreadPoolExecutor(WORKERS) as pool:
    codes = list(pool.map(fetch, range(20)))
print(len(codes), "answers in", f"{time.perf_counter() - start:.1f} s")
