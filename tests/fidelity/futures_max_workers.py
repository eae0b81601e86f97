"""Ten sleeps in a pool of four threads."""
import time
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(max_workers=4) as pool:
    list(pool.map(time.sleep, [0.1] * 10))
