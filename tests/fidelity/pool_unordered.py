"""Results as they come, from sleeps of different length."""
import multiprocessing
import time


def work(seconds):
    time.sleep(seconds)
    return seconds


if __name__ == "__main__":
    with multiprocessing.Pool(3) as pool:
        for _ in pool.imap_unordered(work, [0.4, 0.2, 0.3, 0.2, 0.3]):
            time.sleep(0.05)
