"""Processes that sleep while they hold one lock."""
import multiprocessing
import time


def work(lock):
    for _ in range(2):
        with lock:
            time.sleep(0.1)


if __name__ == "__main__":
    lock = multiprocessing.Lock()
    processes = [multiprocessing.Process(target=work, args=(lock,)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
