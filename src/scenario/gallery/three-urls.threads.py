# title: Three URLs, two ways
# look: Three threads that wait, or one thread with three tasks: the same overlap, the same total.
# ask: Three URLs of 1, 2 and 3 s: three threads, or three tasks on one thread. Who wins?
# choice: Threads
# choice: Tasks
# choice: = Neither
# try: Use two workers instead of three.
# host: news.example 1 s
# host: weather.example 2 s
# host: sports.example 3 s
# variant: threads

import time
from concurrent.futures import ThreadPoolExecutor

import requests

URLS = ["https://news.example/", "https://weather.example/", "https://sports.example/"]


def fetch(url):
    response = requests.get(url)
    print(f"{url}: status {response.status_code}")
    return response.status_code


start = time.perf_counter()
with ThreadPoolExecutor(max_workers=3) as executor:
    codes = list(executor.map(fetch, URLS))
print(codes, f"{time.perf_counter() - start:.2f} s")
