"""Futures taken as they end, with work after each."""
import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def work(seconds):
    time.sleep(seconds)
    return seconds


with ThreadPoolExecutor(3) as pool:
    futures = [pool.submit(work, s) for s in (0.3, 0.1, 0.2, 0.25)]
    for future in as_completed(futures):
        time.sleep(0.06)
