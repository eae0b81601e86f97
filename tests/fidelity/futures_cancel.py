"""shutdown that drops what has not begun."""
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(2)
futures = [pool.submit(time.sleep, 0.25) for _ in range(10)]
time.sleep(0.3)
pool.shutdown(wait=True, cancel_futures=True)
assert sum(f.cancelled() for f in futures) == 6
