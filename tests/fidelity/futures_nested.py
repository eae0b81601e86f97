"""A task that waits for tasks of another pool."""
import time
from concurrent.futures import ThreadPoolExecutor

outer, inner = ThreadPoolExecutor(2), ThreadPoolExecutor(6)


def both(seconds):
    parts = [inner.submit(time.sleep, seconds) for _ in range(3)]
    for part in parts:
        part.result()
    time.sleep(0.05)


list(outer.map(both, [0.1, 0.1, 0.1]))
outer.shutdown()
inner.shutdown()
