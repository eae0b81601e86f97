"""The same with the pool's own chunks: two workers, nine items."""
import multiprocessing
import time

if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        pool.map(time.sleep, [0.1] * 9)
