# variant: 20 workers

import time
from concurrent.futures import ThreadPoolExecutor

import requests

WORKERS = 20


def fetch(n):
    return requests.get(f"https://shop.example/item/{n}").status_code


start = time.perf_counter()
with ThreadPoolExecutor(WORKERS) as pool:
    codes = list(pool.map(fetch, range(20)))
print(len(codes), "answers in", f"{time.perf_counter() - start:.1f} s")
