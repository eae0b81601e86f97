"""A callback that sleeps in the worker keeps it busy."""
import time
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(1) as pool:
    for _ in range(4):
        pool.submit(time.sleep, 0.1).add_done_callback(lambda future: time.sleep(0.05))
