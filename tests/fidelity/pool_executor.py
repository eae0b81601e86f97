"""ProcessPoolExecutor: seven sleeps in two workers."""
import time
from concurrent.futures import ProcessPoolExecutor

if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as pool:
        list(pool.map(time.sleep, [0.15] * 7))
