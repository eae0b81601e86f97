# title: 6000 pages, 50 at a time
# look: 120 rounds of 3 s are 6 minutes, whether 50 threads wait or 50 tasks do. The virtual clock skips the waiting.
# ask: 6000 pages of 3 s, 50 at a time. Do 50 tasks finish much sooner than 50 threads?
# choice: Yes, tasks are lighter
# choice: = No, the waits decide
# choice: No, threads win
# try: Double the number at a time.
# host: api.example.com 3 s
# variant: threads

import time
from concurrent.futures import ThreadPoolExecutor

import urllib3
from urllib3.util import Retry

PAGES = 6000
AT_ONCE = 50

retry = Retry(total=5, backoff_factor=0.5, status_forcelist=[500, 502, 504])
pool = urllib3.HTTPSConnectionPool("api.example.com", maxsize=AT_ONCE, retries=retry)


def fetch(page):
    response = pool.request("GET", f"/items?page={page}")
    return response.status


start = time.perf_counter()
with ThreadPoolExecutor(max_workers=AT_ONCE) as executor:
    statuses = list(executor.map(fetch, range(1, PAGES + 1)))

good = statuses.count(200)
print(f"{good} of {PAGES} pages")
print(f"{(time.perf_counter() - start) / 60:.2f} minutes")
