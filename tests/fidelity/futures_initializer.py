"""Workers that take a while to get ready."""
import time
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(3, initializer=time.sleep, initargs=(0.2,)) as pool:
    list(pool.map(time.sleep, [0.1] * 6))
