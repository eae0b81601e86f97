"""Twelve sleeps over three processes."""
import multiprocessing
import time

if __name__ == "__main__":
    with multiprocessing.Pool(3) as pool:
        pool.map(time.sleep, [0.15] * 12, chunksize=1)
